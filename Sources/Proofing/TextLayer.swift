/// Repairs what makers of PDFs do to the text layer, so that a character is known whatever stands for it.
enum TextLayer {
    /// The ideographs that the Kangxi radicals U+2F00–2FD5 look like, in their order.
    private static let kangxi: [Unicode.Scalar] = Array(
        ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴"
            + "廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
            + "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵"
            + "邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)

    /// Radicals of U+2E80–2EF3 and of the Kangxi block that fonts of simplified Chinese draw like an ideograph.
    private static let simplified: [UInt32: Unicode.Scalar] = [
        0x2E9D: "月", 0x2E9F: "母", 0x2EA0: "民", 0x2EAE: "竹", 0x2EC1: "虎", 0x2EC4: "西", 0x2EC5: "见", 0x2EC6: "角",
        0x2EC9: "贝",
        0x2ECB: "车", 0x2ED3: "长", 0x2ED4: "门", 0x2ED8: "青", 0x2ED9: "韦", 0x2EDA: "页", 0x2EDB: "风", 0x2EDC: "飞",
        0x2EDD: "食",
        0x2EE2: "马", 0x2EE5: "鱼", 0x2EE6: "鸟", 0x2EE7: "卤", 0x2EE8: "麦", 0x2EE9: "黄", 0x2EEC: "齐", 0x2EEE: "齿",
        0x2EF0: "龙",
        0x2EF3: "龟", 0x2F3E: "户", 0x2FAD: "青",
    ]

    /// The marks of vertical text, U+FE10–FE19 and U+FE30–FE48, as they are in horizontal text.
    private static let vertical: [UInt32: UInt32] = [
        0xFE10: 0xFF0C, 0xFE11: 0x3001, 0xFE12: 0x3002, 0xFE13: 0xFF1A, 0xFE14: 0xFF1B, 0xFE15: 0xFF01, 0xFE16: 0xFF1F,
        0xFE17: 0x3016, 0xFE18: 0x3017, 0xFE19: 0x2026, 0xFE30: 0x2026, 0xFE31: 0x2014, 0xFE32: 0x2013, 0xFE35: 0xFF08,
        0xFE36: 0xFF09, 0xFE37: 0xFF5B, 0xFE38: 0xFF5D, 0xFE39: 0x3014, 0xFE3A: 0x3015, 0xFE3B: 0x3010, 0xFE3C: 0x3011,
        0xFE3D: 0x300A, 0xFE3E: 0x300B, 0xFE3F: 0x3008, 0xFE40: 0x3009, 0xFE41: 0x300C, 0xFE42: 0x300D, 0xFE43: 0x300E,
        0xFE44: 0x300F, 0xFE47: 0xFF3B, 0xFE48: 0xFF3D,
    ]

    /// Whether a character of the text layer is another than the one that people type: a radical that looks like an ideograph, or a
    /// compatibility ideograph. Twelve of those are ideographs of their own (Unicode, “CJK Compatibility Ideographs”).
    static func isLookalike(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E80...0x2FD5: seen(scalar).value != scalar
        case 0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27...0xFA29: false
        case 0xF900...0xFAD9, 0x2F800...0x2FA1D: true
        default: false
        }
    }

    /// The character that a reader sees: 日 for the radical ⽇, ， for its vertical form.
    static func seen(_ scalar: UInt32) -> Unicode.Scalar {
        switch scalar {
        case 0x2E80...0x2EF3: simplified[scalar] ?? Unicode.Scalar(scalar) ?? "\u{FFFD}"
        case 0x2F00...0x2FD5: simplified[scalar] ?? kangxi[Int(scalar - 0x2F00)]
        case 0xFE10...0xFE48: Unicode.Scalar(vertical[scalar] ?? scalar) ?? "\u{FFFD}"
        default: Unicode.Scalar(scalar) ?? "\u{FFFD}"
        }
    }
}
