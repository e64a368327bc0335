import FinalAccounts
import Interchange
import Platform

/// What the service tells of itself.
enum OwnRoutes {
    static let routes: [Route] = [
        Route(
            "/api/v1/openapi.json", "describeInterface",
            Bilingual("本接口的说明（OpenAPI 3.1）", "This description (OpenAPI 3.1)"),
            .json, admission: .anyone
        ) { .json(OpenAPIDocument(routes: $0.table.routes, language: $0.language).value) },
        Route(
            "/healthz", "showHealth", Bilingual("进程是否在运行", "Whether the process is alive"), .text("text/plain"),
            isOfLedger: false, admission: .anyone
        ) { _ in .response(ServiceResponse("ok\n", type: "text/plain; charset=utf-8")) },
        Route(
            "/readyz", "showReadiness", Bilingual("账本是否可读", "Whether the ledger can be read"), .text("text/plain"),
            isOfLedger: false, admission: .anyone
        ) { call in
            _ = try call.surroundings.watch.version()
            return .response(ServiceResponse("ready\n", type: "text/plain; charset=utf-8"))
        },
        Route(
            "/metrics", "showMetrics", Bilingual("供 Prometheus 读取的计数", "Counters for Prometheus"), .text("text/plain"),
            isOfLedger: false, admission: .member(.viewer)
        ) { .response(ServiceResponse($0.surroundings.metricsText, type: "text/plain; version=0.0.4; charset=utf-8")) },
    ]
}
