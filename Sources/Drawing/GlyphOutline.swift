import CHarfBuzz

extension Face {
    /// A glyph's outline as SVG path data in font units, y downwards; empty for a glyph without ink.
    func outline(of glyph: UInt32) -> [UInt8] {
        guard let functions = unsafe hb_draw_funcs_create() else { return [] }
        defer { unsafe hb_draw_funcs_destroy(functions) }
        unsafe hb_draw_funcs_set_move_to_func(
            functions, { _, sink, _, x, y, _ in unsafe OutlineSink.of(sink)?.add("M", [x, -y]) }, nil, nil)
        unsafe hb_draw_funcs_set_line_to_func(
            functions, { _, sink, _, x, y, _ in unsafe OutlineSink.of(sink)?.add("L", [x, -y]) }, nil, nil)
        unsafe hb_draw_funcs_set_quadratic_to_func(
            functions,
            { _, sink, _, cx, cy, x, y, _ in unsafe OutlineSink.of(sink)?.add("Q", [cx, -cy, x, -y]) }, nil, nil)
        unsafe hb_draw_funcs_set_cubic_to_func(
            functions,
            { _, sink, _, ax, ay, bx, by, x, y, _ in
                unsafe OutlineSink.of(sink)?.add("C", [ax, -ay, bx, -by, x, -y])
            }, nil, nil)
        unsafe hb_draw_funcs_set_close_path_func(
            functions, { _, sink, _, _ in unsafe OutlineSink.of(sink)?.add("Z", []) }, nil, nil)
        let sink = OutlineSink()
        unsafe hb_font_get_glyph_shape(font, glyph, functions, Unmanaged.passUnretained(sink).toOpaque())
        return sink.bytes
    }
}

/// Collects path data from HarfBuzz's calls.
private final class OutlineSink {
    var bytes: [UInt8] = []

    static func of(_ pointer: UnsafeMutableRawPointer?) -> OutlineSink? {
        guard let pointer = unsafe pointer else { return nil }
        return unsafe Unmanaged<OutlineSink>.fromOpaque(pointer).takeUnretainedValue()
    }

    func add(_ command: StaticString, _ numbers: [Float]) {
        bytes += "\(command)".utf8
        for (index, number) in numbers.enumerated() {
            if index > 0, number >= 0 { bytes.append(UInt8(ascii: " ")) }
            Decimal.append(Double(number), places: 1, to: &bytes)
        }
    }
}
