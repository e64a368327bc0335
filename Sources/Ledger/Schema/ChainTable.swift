/// The table of the chain: one entry for every event, each with a digest over the one before (``EventChain``).
enum ChainTable {
    static let sql = """
        CREATE TABLE chain (
            event_id INTEGER PRIMARY KEY REFERENCES event (id),
            file_name TEXT NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;

        CREATE TABLE chain_end (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            length INTEGER NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        """
}
