import LinearAlgebra
import Testing

/// The number of threads belongs to the process, and other tests open regions of their own: what is configured can be
/// seen only while none is open.
@Suite("OpenBLAS on one thread")
struct SingleThreadedBLASTests {
    private func configuredThreads() async -> Int {
        while true {
            let state = SingleThreadedBLAS.state
            if state.openRegions == 0 { return state.threads }
            await Task.yield()
        }
    }

    @Test("A region sets one thread, also when nested, and the last one out restores what was set")
    func regions() async {
        let configured = await configuredThreads()
        SingleThreadedBLAS.run {
            #expect(SingleThreadedBLAS.state.threads == 1)
            SingleThreadedBLAS.run { #expect(SingleThreadedBLAS.state.openRegions >= 2) }
            #expect(SingleThreadedBLAS.state.threads == 1)
        }
        #expect(await configuredThreads() == configured)
    }

    @Test("A region that fails closes")
    func failing() async {
        let configured = await configuredThreads()
        #expect(throws: LinearAlgebraError.self) {
            try SingleThreadedBLAS.run { () throws(LinearAlgebraError) in
                throw .outOfMemory(routine: "test")
            }
        }
        #expect(await configuredThreads() == configured)
    }

    @Test("Overlapping regions of many tasks hold one thread and leave the setting as it was")
    func overlapping() async {
        let configured = await configuredThreads()
        await withTaskGroup { group in
            for _ in 0..<50 {
                group.addTask {
                    await SingleThreadedBLAS.run {
                        await Task.yield()
                        #expect(SingleThreadedBLAS.state.threads == 1)
                    }
                }
            }
        }
        #expect(await configuredThreads() == configured)
    }
}
