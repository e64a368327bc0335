extension RandomAccessCollection where Index == Int {
    /// The first index from which on a condition holds, in a collection that fulfils it from some index on.
    @inlinable
    package func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The elements of one key, in a collection in ascending order of key.
    @inlinable
    package func elements<Key: Comparable>(of key: Key, by own: (Element) -> Key) -> SubSequence {
        let start = partitioningIndex { own($0) >= key }
        return self[start..<self[start...].partitioningIndex { own($0) > key }]
    }
}
