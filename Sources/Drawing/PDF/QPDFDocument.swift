import CQPDF
package import Diagnostics
import Glibc

/// A PDF file in libqpdf's hands: read from memory, changed object by object, written to memory.
///
/// One owner, one thread. Objects are handles that live as long as the document.
@safe package struct QPDFDocument: ~Copyable {
    package struct Object: Sendable {
        fileprivate let handle: UInt32
    }

    private let data: qpdf_data
    private let input: UnsafeMutableRawBufferPointer

    private init(data: qpdf_data, input: UnsafeMutableRawBufferPointer) {
        unsafe self.data = unsafe data
        unsafe self.input = unsafe input
    }

    package static var libraryVersion: String { unsafe String(cString: qpdf_get_qpdf_version()) }

    /// Reads a whole file; `description` names it in errors.
    package static func reading(_ bytes: [UInt8], description: String) throws(Fault) -> QPDFDocument {
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
    private func check() throws(Fault) {
        guard unsafe qpdf_has_error(data) == QPDF_TRUE else { return }
        let error = unsafe qpdf_get_error(data)
        let text = unsafe qpdf_get_error_full_text(data, error)
        let reason = unsafe text.map { unsafe String(cString: $0) } ?? "unknown"
        throw Fault(.pdfLibraryFailed, ["reason": Wording(reason)])
    }

    package var root: Object { unsafe Object(handle: qpdf_get_root(data)) }
    package var pageCount: Int { Int(unsafe qpdf_get_num_pages(data)) }
    package func page(_ index: Int) -> Object { unsafe Object(handle: qpdf_get_page_n(data, index)) }

    /// An object in PDF's own notation, such as `[0 0 595 842]`.
    package func parsed(_ text: String) -> Object { unsafe Object(handle: qpdf_oh_parse(data, text)) }
    package func indirect(_ object: Object) -> Object {
        unsafe Object(handle: qpdf_make_indirect_object(data, object.handle))
    }
    package func value(_ key: String, of object: Object) -> Object {
        unsafe Object(handle: qpdf_oh_get_key(data, object.handle, key))
    }
    package func set(_ key: String, of object: Object, to value: Object) {
        unsafe qpdf_oh_replace_key(data, object.handle, key, value.handle)
    }

    package func array(_ items: [Object]) -> Object {
        let array = unsafe qpdf_oh_new_array(data)
        for item in items { unsafe qpdf_oh_append_item(data, array, item.handle) }
        return Object(handle: array)
    }

    /// A new indirect stream with these bytes, compressed.
    package func stream(_ bytes: [UInt8]) -> Object {
        let stream = unsafe Object(handle: qpdf_oh_new_stream(data))
        replaceContent(of: stream, with: bytes)
        return stream
    }

    package func dictionary(ofStream stream: Object) -> Object {
        unsafe Object(handle: qpdf_oh_get_dict(data, stream.handle))
    }

    /// Changes the operators of all pages, and of the forms that they draw.
    package func changeContent(_ change: ([UInt8]) throws -> [UInt8]) throws {
        var seen: Set<Int32> = []
        for index in 0..<pageCount {
            let page = page(index)
            set("/Contents", of: page, to: stream(try change(try content(ofPage: page))))
            try changeForms(in: value("/Resources", of: page), change, &seen)
        }
    }

    private func changeForms(
        in resources: Object, _ change: ([UInt8]) throws -> [UInt8], _ seen: inout Set<Int32>
    ) throws {
        let objects = value("/XObject", of: resources)
        for key in keys(of: objects) {
            let form = value(key, of: objects)
            let number = unsafe qpdf_oh_get_object_id(data, form.handle)
            let dictionary = dictionary(ofStream: form)
            let kind = value("/Subtype", of: dictionary)
            guard unsafe qpdf_oh_is_name(data, kind.handle) == QPDF_TRUE,
                unsafe String(cString: qpdf_oh_get_name(data, kind.handle)) == "/Form", seen.insert(number).inserted
            else { continue }
            replaceContent(of: form, with: try change(try content(of: form, decoded: true)))
            try changeForms(in: value("/Resources", of: dictionary), change, &seen)
        }
    }

    private func keys(of dictionary: Object) -> [String] {
        guard unsafe qpdf_oh_is_dictionary(data, dictionary.handle) == QPDF_TRUE else { return [] }
        unsafe qpdf_oh_begin_dict_key_iter(data, dictionary.handle)
        var keys: [String] = []
        while unsafe qpdf_oh_dict_more_keys(data) == QPDF_TRUE {
            if let key = unsafe qpdf_oh_dict_next_key(data) { keys.append(unsafe String(cString: key)) }
        }
        return keys
    }

    /// Writes an object into another file, with all that it refers to, each once; what stands for it there.
    ///
    /// `copied` are the numbers that objects have there already.
    func write(
        _ object: Object, into file: inout PDFFile, _ copied: inout [Int32: Int]
    ) throws(Fault) -> String {
        guard unsafe qpdf_oh_is_indirect(data, object.handle) == QPDF_TRUE else {
            return try direct(object, into: &file, &copied)
        }
        let id = unsafe qpdf_oh_get_object_id(data, object.handle)
        if let number = copied[id] { return "\(number) 0 R" }
        let number = file.reserve()
        copied[id] = number
        if unsafe qpdf_oh_is_stream(data, object.handle) == QPDF_TRUE {
            let entries = try entries(of: dictionary(ofStream: object), into: &file, &copied)
            file.write(number, PDFStream(plain: try content(of: object, decoded: false)), entries)
        } else {
            file.write(number, try direct(object, into: &file, &copied))
        }
        return "\(number) 0 R"
    }

    private func direct(
        _ object: Object, into file: inout PDFFile, _ copied: inout [Int32: Int]
    ) throws(Fault) -> String {
        if unsafe qpdf_oh_is_dictionary(data, object.handle) == QPDF_TRUE {
            return "<<\(try entries(of: object, into: &file, &copied)) >>"
        }
        guard unsafe qpdf_oh_is_array(data, object.handle) == QPDF_TRUE else {
            return unsafe String(cString: qpdf_oh_unparse_binary(data, object.handle))
        }
        var items: [String] = []
        for index in 0..<(unsafe qpdf_oh_get_array_n_items(data, object.handle)) {
            let item = unsafe Object(handle: qpdf_oh_get_array_item(data, object.handle, index))
            items.append(try write(item, into: &file, &copied))
        }
        return "[\(items.joined(separator: " "))]"
    }

    /// Of a dictionary, but for a stream's length, which its writer adds.
    private func entries(
        of dictionary: Object, into file: inout PDFFile, _ copied: inout [Int32: Int]
    ) throws(Fault) -> String {
        var text = ""
        for key in keys(of: dictionary) where key != "/Length" {
            text += " \(key) \(try write(value(key, of: dictionary), into: &file, &copied))"
        }
        return text
    }

    private func replaceContent(of stream: Object, with bytes: [UInt8]) {
        // Faster than the library compresses.
        let packed = PDFStream(bytes)
        let null = unsafe qpdf_oh_new_null(data)
        let filter = packed.filter.map { unsafe qpdf_oh_new_name(data, $0) } ?? null
        unsafe packed.bytes.withUnsafeBufferPointer { buffer in
            unsafe qpdf_oh_replace_stream_data(data, stream.handle, buffer.baseAddress, buffer.count, filter, null)
        }
    }

    private func content(of stream: Object, decoded: Bool) throws(Fault) -> [UInt8] {
        var buffer: UnsafeMutablePointer<UInt8>?
        var count = 0
        let level = decoded ? qpdf_dl_generalized : qpdf_dl_none
        unsafe qpdf_oh_get_stream_data(data, stream.handle, level, nil, &buffer, &count)
        try check()
        return unsafe Self.taken(buffer, count)
    }

    /// The decoded content of a page, its parts joined.
    package func content(ofPage page: Object) throws(Fault) -> [UInt8] {
        var buffer: UnsafeMutablePointer<UInt8>?
        var count = 0
        unsafe qpdf_oh_get_page_content_data(data, page.handle, &buffer, &count)
        try check()
        return unsafe Self.taken(buffer, count)
    }

    private static func taken(_ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> [UInt8] {
        guard let start = unsafe buffer else { return [] }
        defer { unsafe free(start) }
        return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// The finished file: the same bytes for the same document, with a plain cross-reference table; of at least a version of PDF.
    package func written(version: String? = nil) throws(Fault) -> [UInt8] {
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
