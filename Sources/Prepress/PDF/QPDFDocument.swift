import CQPDF
import Diagnostics
import Drawing
import Glibc

/// A PDF file in libqpdf's hands: read from memory, changed object by object, written to memory.
///
/// One owner, one thread. Object handles are plain numbers that live as long as the document.
@safe struct QPDFDocument: ~Copyable {
    typealias Object = qpdf_oh

    private let data: qpdf_data
    private let input: UnsafeMutableRawBufferPointer

    private init(data: qpdf_data, input: UnsafeMutableRawBufferPointer) {
        unsafe self.data = unsafe data
        unsafe self.input = unsafe input
    }

    static var libraryVersion: String { unsafe String(cString: qpdf_get_qpdf_version()) }

    /// Reads a whole file; `description` names it in errors.
    static func reading(_ bytes: [UInt8], description: String) throws -> QPDFDocument {
        guard let data = unsafe qpdf_init() else { throw Fault(.pdfLibraryFailed, ["reason": "out of memory"]) }
        // The library reads from this memory for as long as the document lives.
        let input = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        unsafe input.copyBytes(from: bytes)
        let document = unsafe QPDFDocument(data: data, input: input)
        unsafe qpdf_set_suppress_warnings(data, QPDF_TRUE)
        unsafe qpdf_read_memory(data, description, input.baseAddress, UInt64(bytes.count), nil)
        try document.check()
        return document
    }

    deinit {
        var data: qpdf_data? = unsafe data
        unsafe qpdf_cleanup(&data)
        unsafe input.deallocate()
    }

    /// Throws the first error that the library has noted since the last check.
    func check() throws {
        guard unsafe qpdf_has_error(data) == QPDF_TRUE else { return }
        let error = unsafe qpdf_get_error(data)
        let text = unsafe qpdf_get_error_full_text(data, error)
        let reason = unsafe text.map { unsafe String(cString: $0) } ?? "unknown"
        throw Fault(.pdfLibraryFailed, ["reason": Wording(reason)])
    }

    var root: Object { unsafe qpdf_get_root(data) }
    var trailer: Object { unsafe qpdf_get_trailer(data) }
    var pageCount: Int { Int(unsafe qpdf_get_num_pages(data)) }
    func page(_ index: Int) -> Object { unsafe qpdf_get_page_n(data, index) }

    /// An object in PDF's own notation, such as `[0 0 595 842]`.
    func parsed(_ text: String) -> Object { unsafe qpdf_oh_parse(data, text) }
    func dictionary() -> Object { unsafe qpdf_oh_new_dictionary(data) }
    /// With its slash.
    func name(_ text: String) -> Object { unsafe qpdf_oh_new_name(data, text) }
    func integer(_ value: Int) -> Object { unsafe qpdf_oh_new_integer(data, Int64(value)) }
    func number(_ object: Object) -> Double { unsafe qpdf_oh_get_numeric_value(data, object) }
    func text(_ text: String) -> Object { unsafe qpdf_oh_new_unicode_string(data, text) }
    func indirect(_ object: Object) -> Object { unsafe qpdf_make_indirect_object(data, object) }
    func value(_ key: String, of object: Object) -> Object { unsafe qpdf_oh_get_key(data, object, key) }
    func set(_ key: String, of object: Object, to value: Object) {
        unsafe qpdf_oh_replace_key(data, object, key, value)
    }
    func has(_ key: String, in object: Object) -> Bool { unsafe qpdf_oh_has_key(data, object, key) == QPDF_TRUE }
    func isDictionary(_ object: Object) -> Bool { unsafe qpdf_oh_is_dictionary(data, object) == QPDF_TRUE }

    func append(_ item: Object, to array: Object) { unsafe qpdf_oh_append_item(data, array, item) }
    func isArray(_ object: Object) -> Bool { unsafe qpdf_oh_is_array(data, object) == QPDF_TRUE }
    func items(of array: Object) -> [Object] {
        let count = unsafe qpdf_oh_get_array_n_items(data, array)
        return (0..<count).map { unsafe qpdf_oh_get_array_item(data, array, $0) }
    }
    func array(_ items: [Object]) -> Object {
        let array = unsafe qpdf_oh_new_array(data)
        for item in items { append(item, to: array) }
        return array
    }

    func keys(of dictionary: Object) -> [String] {
        unsafe qpdf_oh_begin_dict_key_iter(data, dictionary)
        var keys: [String] = []
        while unsafe qpdf_oh_dict_more_keys(data) == QPDF_TRUE {
            if let key = unsafe qpdf_oh_dict_next_key(data) { keys.append(unsafe String(cString: key)) }
        }
        return keys
    }

    /// A new indirect stream with these bytes; a long one is compressed at once, faster than the library does it.
    func stream(_ bytes: [UInt8]) -> Object {
        let stream = unsafe qpdf_oh_new_stream(data)
        let null = unsafe qpdf_oh_new_null(data)
        let compressed = bytes.count > 256 ? Deflate.compressed(bytes) : nil
        let filter = compressed == nil ? null : name("/FlateDecode")
        unsafe (compressed ?? bytes).withUnsafeBufferPointer { buffer in
            unsafe qpdf_oh_replace_stream_data(data, stream, buffer.baseAddress, buffer.count, filter, null)
        }
        return stream
    }

    func dictionary(ofStream stream: Object) -> Object { unsafe qpdf_oh_get_dict(data, stream) }

    /// The decoded content of a page, its parts joined.
    func content(ofPage page: Object) throws -> [UInt8] {
        var buffer: UnsafeMutablePointer<UInt8>?
        var count = 0
        unsafe qpdf_oh_get_page_content_data(data, page, &buffer, &count)
        try check()
        guard let start = unsafe buffer else { return [] }
        defer { unsafe free(start) }
        return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// Copies an indirect object of another document, with everything that it refers to.
    func copy(_ object: Object, from other: borrowing QPDFDocument) throws -> Object {
        let copied = unsafe qpdf_oh_copy_foreign_object(data, other.data, object)
        try check()
        return copied
    }

    func isIndirect(_ object: Object) -> Bool { unsafe qpdf_oh_is_indirect(data, object) == QPDF_TRUE }

    /// The finished file: the same bytes for the same document, with a plain cross-reference table; of at least a version of PDF.
    func written(version: String? = nil) throws -> [UInt8] {
        unsafe qpdf_init_write_memory(data)
        if let version { unsafe qpdf_set_minimum_pdf_version(data, version) }
        unsafe qpdf_set_object_stream_mode(data, qpdf_o_disable)
        unsafe qpdf_set_deterministic_ID(data, QPDF_TRUE)
        unsafe qpdf_set_newline_before_endstream(data, QPDF_TRUE)
        unsafe qpdf_write(data)
        try check()
        let count = unsafe qpdf_get_buffer_length(data)
        guard let start = unsafe qpdf_get_buffer(data) else { return [] }
        return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }
}
