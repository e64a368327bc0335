/// How the report looks: light paper, one accent, Song type for headings, wide figures in tabular digits.
///
/// Text has a contrast of at least 4.5:1 against its ground (WCAG 2.2, 1.4.3).
enum ReportStyleSheet {
    static let text = HTML(markup: base + layout + tables + tree + charts + responsive + print)

    private static let base = """
        :root{--ink:#1c2733;--soft:#51606d;--line:#d9dee3;--paper:#fff;--ground:#f6f5f1;--accent:#1f5f8b;
        --serious:#a3333d;--serious-ground:#fbeceb;--warning:#7a4b00;--warning-ground:#fdf3dc;--good:#226345;
        --sans:"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",
        "Source Han Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif;
        --serif:"Songti SC","Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC",STSong,SimSun,Georgia,serif}
        :root:lang(en){--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",
        "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
        --serif:Georgia,"Times New Roman","Noto Serif","Songti SC","Noto Serif CJK SC",SimSun,serif}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.65 var(--sans);
        font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
        h1,h2{font-family:var(--serif);line-height:1.3;margin:0}
        h1{font-size:clamp(1.55rem,1.1rem + 2vw,2.3rem);font-weight:700;letter-spacing:.01em;
        text-wrap:balance}
        h2{font-size:1.4rem;margin-bottom:.9rem}
        h3{font-size:1rem;margin:0 0 .5rem;line-height:1.4}
        p{margin:.4rem 0}
        a{color:var(--accent)}
        a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
        small,.note{font-size:.85rem;color:var(--soft)}

        """

    private static let layout = """
        .page{max-width:1080px;margin:0 auto;padding:0 24px 56px}
        header.top{padding:44px 0 20px;border-bottom:3px double var(--ink)}
        header.top .sub{color:var(--soft);margin-top:.5rem}
        nav{display:flex;flex-wrap:wrap;gap:4px 20px;padding:12px 0;font-size:.92rem}
        nav a{text-decoration:none;padding:4px 0}
        nav a:hover{text-decoration:underline}
        section{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:24px 26px;margin:18px 0}
        .banner{background:var(--warning-ground);color:var(--warning);border:1px solid #e5c98a;border-radius:6px;
        padding:10px 16px;margin:16px 0 0}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:1px;background:var(--paper);
        border:1px solid var(--line);margin:0}
        .cards>div{box-shadow:0 0 0 1px var(--line);padding:14px 16px}
        .cards dt{font-size:.88rem;color:var(--soft)}
        .cards dd{margin:2px 0 0;font-size:1.5rem;font-weight:600;line-height:1.3}
        .cards dd span{font-size:.85rem;font-weight:400;color:var(--soft);white-space:nowrap}
        .cards dd.long{font-size:1.15rem}
        .cards dd.more{font-size:.88rem;font-weight:400;color:var(--soft);margin-top:4px}
        ol.questions{list-style:none;margin:0;padding:0;counter-reset:q}
        ol.questions>li{counter-increment:q;display:grid;grid-template-columns:2.4rem 1fr;padding:14px 0;
        border-top:1px solid var(--line)}
        ol.questions>li:first-child{border-top:0;padding-top:0}
        ol.questions>li::before{content:counter(q);font:700 1.5rem/1.3 var(--serif);color:var(--accent)}
        ol.questions h3{margin:0}
        ol.questions .path{color:var(--soft);font-size:.88rem}
        blockquote{margin:.4rem 0 0;padding:2px 0 2px 12px;border-left:3px solid var(--line);color:var(--soft);
        font-size:.92rem}
        .tag{display:inline-block;font-size:.8rem;line-height:1.5;padding:0 7px;border-radius:3px;margin-right:6px;
        background:#eef1f4;color:var(--ink);white-space:nowrap}
        .tag.serious{background:var(--serious-ground);color:var(--serious)}
        .tag.warning{background:var(--warning-ground);color:var(--warning)}
        .tag.good{background:#e7f3ec;color:var(--good)}
        footer{color:var(--soft);font-size:.85rem;padding-top:6px}

        """

    private static let tables = """
        .scroll{overflow-x:auto;max-width:100%}
        table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.5}
        caption{text-align:left;font-weight:600;padding-bottom:6px}
        th,td{padding:6px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
        thead th{border-bottom:2px solid var(--ink);font-weight:600;white-space:nowrap}
        .n{text-align:right;white-space:nowrap;overflow-wrap:normal}
        td.k{white-space:nowrap}
        td.w{min-width:11em}
        td.serious{color:var(--serious)}
        td.warning{color:var(--warning)}
        tbody tr:hover{background:#f8fafb}

        """

    private static let tree = """
        .tree{font-size:.92rem}
        .row{display:grid;grid-template-columns:minmax(0,2.6fr) repeat(4,minmax(0,1fr)) minmax(0,1.6fr);
        gap:0 12px;padding:6px 4px;border-bottom:1px solid var(--line);align-items:baseline}
        .row>.n{font-size:.98em;white-space:normal}
        .row.head{font-weight:600;border-bottom:2px solid var(--ink);align-items:end}
        .tree summary{cursor:pointer;list-style:none}
        .tree summary::-webkit-details-marker{display:none}
        .tree summary .name::before{content:"";display:inline-block;border:solid transparent;border-width:4px 0 4px 6px;
        border-left-color:var(--soft);margin-right:8px;transform-origin:2px 50%}
        .tree details[open]>summary .name::before{transform:rotate(90deg)}
        .tree summary:hover .row{background:#f8fafb}
        .d1>summary .name{font-weight:600}
        .d2>summary .name{padding-left:1.1em}
        .d3>summary .name{padding-left:2.2em}
        .d4>summary .name{padding-left:3.3em}
        .name small{white-space:nowrap;margin-left:.4em}
        .card{background:#f8f9fa;border-bottom:1px solid var(--line);padding:12px 16px 14px}
        .row .range{display:block;font-size:.82rem;color:var(--soft)}

        """

    private static let charts = """
        .pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:26px 30px}
        .many{display:grid;grid-template-columns:repeat(auto-fill,minmax(280px,1fr));gap:20px 24px;margin:20px 0 22px}
        figure{margin:0;min-width:0}
        figcaption{font-weight:600;font-size:.95rem;margin-bottom:6px}
        figure .note{margin-top:4px}
        ol.questions [dir=auto],figcaption[dir=auto],.name[dir=auto]{text-align:left}
        svg.chart{display:block;width:100%;height:auto;font-family:var(--sans)}
        .wide svg.chart{min-width:620px}
        svg text{fill:var(--ink);font-size:13px}
        svg .tick{fill:var(--soft);font-size:12.5px}
        svg .grid{stroke:#e6eaed}
        svg .axis{stroke:#7d8a95}
        svg .bar{fill:#1f5f8b}
        svg .bar.previous{fill:#93a8b8}
        svg .line{stroke:#1f5f8b;stroke-width:2.2}
        svg .line.ahead{stroke-dasharray:5 4}
        svg .dot{fill:#1f5f8b;stroke:#fff;stroke-width:1.2}
        svg .dot.synthetic{fill:#fff;stroke:#1f5f8b;stroke-width:1.8}
        svg .dot.flagged{fill:#a3333d;stroke:#a3333d;r:5.5px}
        svg .dot.flagged.synthetic{fill:#fff;stroke-width:2.4}
        svg .dot.ahead{fill:#fff;stroke:#1f5f8b;stroke-width:2}
        svg .band{fill:#9cc3de}
        svg .band.wide{fill:#dcebf5}
        svg .budget{stroke:#c2571a;stroke-width:2.4}
        svg .part{stroke:#fff;stroke-width:.8}
        svg .part.ahead{opacity:.55}
        .case{display:grid;grid-template-columns:minmax(0,1.15fr) minmax(0,1fr);gap:12px 30px}
        .case .live{height:240px}
        .case details{grid-column:1/-1}
        details>summary.note{cursor:pointer;padding:2px 0}
        .live{width:100%;height:300px}
        .wide .live{height:420px}
        .key{display:flex;flex-wrap:wrap;gap:4px 18px;font-size:.85rem;color:var(--soft);margin:0 0 6px}
        .key i{display:inline-block;margin-right:6px;vertical-align:middle}
        .key .l{width:20px;border-top:2.5px solid #1f5f8b}
        .key .f{width:20px;border-top:2.5px dashed #1f5f8b}
        .key .b{width:14px;border-top:3px solid #c2571a}
        .key .r{width:14px;height:12px;background:#9cc3de}
        .key .q{width:14px;height:12px;background:#dcebf5}
        .key .p{width:14px;height:12px;background:#93a8b8}
        .key .c{width:14px;height:12px;background:#1f5f8b}
        .key .x{width:11px;height:11px;background:#a3333d;border-radius:50%}
        .key .s{width:10px;height:10px;border:2px solid #1f5f8b;border-radius:50%}

        """

    private static let responsive = """
        @media screen and (max-width:720px){
        .page{padding:0 14px 40px}
        header.top{padding-top:26px}
        section{padding:18px 14px}
        .pair,.case{grid-template-columns:minmax(0,1fr)}
        .cards{grid-template-columns:repeat(2,minmax(0,1fr))}
        .cards>div:last-child:nth-child(odd){grid-column:1/-1}
        .cards dd{font-size:1.2rem}
        .row{grid-template-columns:repeat(3,minmax(0,1fr));gap:2px 8px;padding:9px 2px}
        .row .name{grid-column:1/-1}
        .row.head{display:none}
        .row>.n{text-align:left;white-space:normal}
        .row>.n::before{content:attr(data-label);display:block;font-size:.78rem;color:var(--soft)}
        .row>.n:empty{display:none}
        .card{padding:10px 8px}
        }

        """

    private static let print = """
        @media print{
        @page{size:A4;margin:16mm 14mm}
        body{background:#fff;font-size:10.5pt}
        .page{max-width:none;padding:0}
        nav,.card{display:none}
        .cards{grid-template-columns:none;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr)}
        .cards>div{padding:8px}
        .cards dd{font-size:13pt}
        .cards dd.more{font-size:8pt}
        section{border:0;border-top:1px solid var(--ink);border-radius:0;padding:14px 0;margin:0}
        figure,ol.questions>li,tr,.row{break-inside:avoid}
        h2,h3,figcaption{break-after:avoid}
        .scroll{overflow:visible}
        .wide svg.chart{min-width:0}
        table{font-size:8.5pt}
        .case .live{display:none}
        .pair table{font-size:7pt}
        .pair th,.pair td{padding:2px 3px;white-space:normal}
        .tree{font-size:8.5pt}
        .row{padding:3px 2px;gap:0 8px}
        thead{display:table-header-group}
        details::details-content{content-visibility:visible;block-size:auto}
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        }
        @media (prefers-reduced-motion:no-preference){.tree summary .name::before{transition:transform .12s}}
        """
}
