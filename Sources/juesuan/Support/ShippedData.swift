import Platform
import Workbench

/// Data that ships with the program and without which it works on, but to other results.
enum ShippedData: CaseIterable {
    case subjects
    case model

    private var isInstalled: Bool {
        switch self {
        case .subjects: !DataFolder.subjectFiles.isEmpty
        case .model: DataFolder.storedModelPath != nil
        }
    }

    private var loss: Bilingual {
        switch self {
        case .subjects:
            Bilingual(
                "未安装科目分类（Data/subjects）：名称按文件原样，科目编码变动前后不衔接",
                "the classification (Data/subjects) is not installed: names stay as documents print them, and no subject is followed over a change of its code"
            )
        case .model:
            Bilingual(
                "未安装小单位模型（Models/small-bodies.json）：改用较简单的方法预测，结果不同",
                "the model of small bodies (Models/small-bodies.json) is not installed: what it would answer is forecast by simpler rules, to other numbers"
            )
        }
    }

    /// All that ships with the program, to be looked for.
    static var parts: [InstallationPart] {
        let remedy = Bilingual(
            "请重新安装，或将 JUESUAN_HOME 设为含 Data 和 Models 的文件夹",
            "install it again, or set JUESUAN_HOME to the folder that holds Data and Models")
        return [
            InstallationPart(
                "Data/subjects", purpose: Bilingual("科目分类与编码沿革", "the classification of subjects"),
                loss: ShippedData.subjects.loss, remedy: remedy, isNeeded: true,
                test: .path(DataFolder.subjectFiles.first)),
            InstallationPart(
                "Data/characters", purpose: Bilingual("查找错别字", "finds misspellings"),
                loss: Bilingual("不检查形近、音近的错别字", "misspellings are not looked for"), remedy: remedy, isNeeded: true,
                test: .path(DataFolder.charactersPath)),
            InstallationPart(
                "Models/small-bodies.json", purpose: Bilingual("小单位的预测", "forecasts of small bodies"),
                loss: ShippedData.model.loss, remedy: remedy, isNeeded: true, test: .path(DataFolder.storedModelPath)),
            InstallationPart(
                "Data/vendor/echarts.min.js", purpose: Bilingual("报告中的交互图", "live charts in reports"),
                loss: Bilingual("报告只有静态图", "reports have drawn charts only"),
                remedy: Bilingual(
                    "在源代码文件夹运行 scripts/fetch-echarts.sh", "run scripts/fetch-echarts.sh in the source folder"),
                test: .path(DataFolder.chartScriptPath)),
        ]
    }

    /// A sentence with what to do for each of some data that is not there.
    static func warnings(on data: [ShippedData]) -> [Bilingual] {
        data.filter { !$0.isInstalled }.map {
            $0.loss
                + Bilingual(
                    "；结果与完整安装时不同，请将 JUESUAN_HOME 设为含 Data 和 Models 的文件夹",
                    "; results differ from those of a whole installation; set JUESUAN_HOME to the folder that holds "
                        + "Data and Models")
        }
    }
}

/// A command whose results need data that ships with the program.
protocol UsesShippedData {
    var shippedData: [ShippedData] { get }
}
