/// Bounds on what a document may cost, so that a hostile file cannot hurt us.
public struct ReadLimits: Hashable, Sendable, Codable {
    /// The largest file that is read at all, in bytes.
    public var fileBytes: Int
    /// The largest file that is taken as plain text, CSV or HTML, in bytes.
    public var textBytes: Int
    /// The most bytes all parts of a container may unpack to.
    public var unpackedBytes: Int
    /// The most parts a container may have.
    public var containerEntries: Int
    /// The most cells a workbook or the tables of a document may have.
    public var cells: Int
    /// The most tables a page or document may have.
    public var tables: Int
    /// The most amounts and shares the text of a document may state.
    public var statements: Int
    /// The most pages a document may have.
    public var pages: Int
    /// The most bytes a child process may print.
    public var childOutputBytes: Int
    /// The most address space a child process may take, in bytes.
    public var childMemoryBytes: Int
    /// The most address space an office program may take, in bytes; it maps two gigabytes before it has read anything.
    public var converterMemoryBytes: Int
    /// The most seconds a child process may take for text extraction.
    public var childSeconds: Double
    /// The most seconds character recognition or an office conversion may take for one document.
    public var conversionSeconds: Double
    /// The most seconds drawing or recognizing one scanned page may take.
    public var recognitionSeconds: Double
    /// The most memory that reading a document in a process of its own may take, in bytes.
    public var memoryBytes: Int
    /// The most seconds of processor time that reading a document in a process of its own may take, programs that convert
    /// not counted.
    public var processorSeconds: Int

    /// Creates limits; the defaults are far above any real disclosure.
    public init(
        fileBytes: Int = 256 << 20, textBytes: Int = 16 << 20, unpackedBytes: Int = 128 << 20,
        containerEntries: Int = 4096, cells: Int = 1_000_000, tables: Int = 4000, statements: Int = 50_000,
        pages: Int = 2000,
        childOutputBytes: Int = 96 << 20,
        childMemoryBytes: Int = 1 << 30, converterMemoryBytes: Int = 6 << 30, childSeconds: Double = 4,
        conversionSeconds: Double = 300, recognitionSeconds: Double = 60, memoryBytes: Int = 800 << 20,
        processorSeconds: Int = 8
    ) {
        self.fileBytes = fileBytes
        self.textBytes = textBytes
        self.unpackedBytes = unpackedBytes
        self.containerEntries = containerEntries
        self.cells = cells
        self.tables = tables
        self.statements = statements
        self.pages = pages
        self.childOutputBytes = childOutputBytes
        self.childMemoryBytes = childMemoryBytes
        self.converterMemoryBytes = converterMemoryBytes
        self.childSeconds = childSeconds
        self.conversionSeconds = conversionSeconds
        self.recognitionSeconds = recognitionSeconds
        self.memoryBytes = memoryBytes
        self.processorSeconds = processorSeconds
    }
}
