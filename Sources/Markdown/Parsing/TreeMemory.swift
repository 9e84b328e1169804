import CCmark
import Glibc

/// Memory for cmark's trees. cmark makes some hundred small objects for each page and frees them one by one, which costs as
/// much as parsing. Here they lie one behind the other in chunks that a thread keeps for its next page, and all are given up
/// at once. Trees of one thread are given up in the opposite order of their making.
@safe enum TreeMemory {
    /// Where a thread's chunks stood before a tree was made.
    @safe struct Mark {
        fileprivate let chunk: UnsafeMutablePointer<Chunk>?
        fileprivate let used: Int
    }

    /// The head of a chunk; behind it stand objects, each behind its size.
    @safe fileprivate struct Chunk {
        var previous: UnsafeMutablePointer<Chunk>?
        var size: Int
        var used: Int
    }

    private typealias Top = UnsafeMutablePointer<Chunk>

    static var mark: Mark {
        let top = unsafe top
        return unsafe Mark(chunk: top, used: top?.pointee.used ?? 0)
    }

    /// Gives up everything since a mark; the thread's first chunk stays.
    static func giveUp(to mark: Mark) {
        while let chunk = unsafe top, unsafe chunk != mark.chunk, let previous = unsafe chunk.pointee.previous {
            unsafe pthread_setspecific(key, previous)
            unsafe free(chunk)
        }
        unsafe top?.pointee.used = mark.chunk == nil ? head : mark.used
    }

    /// The tree of a text; it is not to be freed by cmark.
    static func parse(_ text: UnsafePointer<CChar>?, _ count: Int) -> OpaquePointer {
        let parser = unsafe cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, functions)
        unsafe cmark_parser_feed(parser, text, count)
        let document = unsafe cmark_parser_finish(parser)!
        unsafe cmark_parser_free(parser)
        return unsafe document
    }

    // MARK: - What cmark calls

    nonisolated(unsafe) private static let functions: UnsafeMutablePointer<cmark_mem> = {
        let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        unsafe functions.initialize(
            to: cmark_mem(
                calloc: { count, size in unsafe TreeMemory.cleared(count * size) },
                realloc: { old, size in unsafe TreeMemory.moved(old, size) }, free: { _ in }))
        return unsafe functions
    }()

    private static let unit = 16
    private static let chunkSize = 1 << 16
    private static let head = rounded(MemoryLayout<Chunk>.size)

    private static func rounded(_ size: Int) -> Int { (size + unit - 1) & ~(unit - 1) }

    private static func cleared(_ size: Int) -> UnsafeMutableRawPointer {
        let space = unsafe taken(size)
        unsafe memset(space, 0, size)
        return unsafe space
    }

    private static func moved(_ old: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer {
        guard let old = unsafe old else { return unsafe taken(size) }
        let before = unsafe (old - unit).load(as: Int.self)
        if size <= before { return unsafe old }
        let space = unsafe taken(size)
        unsafe memcpy(space, old, before)
        return unsafe space
    }

    private static func taken(_ size: Int) -> UnsafeMutableRawPointer {
        let wanted = rounded(size) + unit
        var chunk = unsafe top
        if unsafe chunk == nil || chunk!.pointee.size - chunk!.pointee.used < wanted {
            let whole = max(chunkSize, head + wanted)
            // Without memory for a page's tree there is nothing left to do, as cmark itself decides.
            let fresh = unsafe malloc(whole)!.bindMemory(to: Chunk.self, capacity: 1)
            unsafe fresh.initialize(to: Chunk(previous: chunk, size: whole, used: head))
            unsafe pthread_setspecific(key, fresh)
            unsafe chunk = fresh
        }
        let space = unsafe UnsafeMutableRawPointer(chunk!) + chunk!.pointee.used
        unsafe chunk!.pointee.used += wanted
        unsafe space.storeBytes(of: size, as: Int.self)
        return unsafe space + unit
    }

    // MARK: - The thread's chunks

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let failure = unsafe pthread_key_create(&key) { first in
            var next = unsafe first?.assumingMemoryBound(to: Chunk.self)
            while let chunk = unsafe next {
                unsafe next = chunk.pointee.previous
                unsafe free(chunk)
            }
        }
        precondition(failure == 0, "no thread-specific data is left")
        return key
    }()

    /// The chunk that is being filled.
    private static var top: Top? {
        unsafe pthread_getspecific(key).map { unsafe $0.assumingMemoryBound(to: Chunk.self) }
    }
}
