/// The characters that the Kangxi radicals U+2F00 to U+2FD5 stand for (Unicode Standard, NFKC), and the
/// commoner ones of the CJK Radicals Supplement, for which NFKC has nothing.
///
/// Some PDF fonts map common characters such as 人 and 页 to these look-alikes.
enum KangxiRadicals {
    private static let characters = Array(
        ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾"
            + "干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生"
            + "用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷"
            + "豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻"
            + "黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)

    private static let supplement: [UInt32: Unicode.Scalar] = [
        0x2E9F: "母", 0x2EA0: "民", 0x2EC4: "西", 0x2EC5: "见", 0x2ECB: "车", 0x2ED1: "長", 0x2ED3: "长", 0x2ED4: "门",
        0x2ED8: "青", 0x2EDA: "页", 0x2EDB: "风", 0x2EDC: "飞", 0x2EE2: "马", 0x2EE5: "鱼", 0x2EE6: "鸟", 0x2EE8: "麦",
        0x2EE9: "黄", 0x2EEC: "齐", 0x2EEE: "齿", 0x2EF0: "龙", 0x2EF3: "龟",
    ]

    /// The character a radical stands for.
    static func character(for value: UInt32) -> Unicode.Scalar? {
        if value < 0x2F00 { return supplement[value] }
        let index = Int(value) - 0x2F00
        return characters.indices.contains(index) ? characters[index] : nil
    }
}
