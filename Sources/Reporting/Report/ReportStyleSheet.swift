/// How the report looks: light paper, one accent, Song type for headings, wide figures in tabular digits.
///
/// Text has a contrast of at least 4.5:1 against its ground (WCAG 2.2, 1.4.3).
package enum ReportStyleSheet {
    /// The sheet.
    package static let text = HTML(markup: base + layout + tables + tree + charts + responsive + print)

    private static let base = """
        :root{color-scheme:light dark;--ink:#1c2733;--soft:#51606d;--line:#d9dee3;--paper:#fff;--ground:#f6f5f1;
        --raised:#eef1f4;--hover:#f4f6f8;--accent:#1f5f8b;--budget:#c2571a;--previous:#93a8b8;--range:#9cc3de;
        --range-wide:#dcebf5;--serious:#a3333d;--serious-ground:#fbeceb;--warning:#7a4b00;--warning-ground:#fdf3dc;
        --warning-line:#e5c98a;--good:#226345;--good-ground:#e7f3ec;--shade:rgba(28,39,51,.28);
        --c0:#1f5f8b;--c1:#c2571a;--c2:#2f7d5b;--c3:#8a4f9e;--c4:#a3333d;--c5:#6b6f1d;--c6:#3f4a9c;
        --c7:#7a5230;--c8:#4f7f8c;--c9:#8c8c8c;--t0:#c5d5e1;--t1:#efd3c3;--t2:#c9ddd4;--t3:#e1d1e6;
        --t4:#e7cacd;--t5:#d9dac4;--t6:#cdd0e5;--t7:#dcd2c9;--t8:#d1dee1;--t9:#e1e1e1;
        --sans:"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",
        "Source Han Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif;
        --serif:"Songti SC","Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC",STSong,SimSun,Georgia,serif}
        :root:lang(en){--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",
        "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
        --serif:Georgia,"Times New Roman","Noto Serif","Songti SC","Noto Serif CJK SC",SimSun,serif}
        @media screen and (prefers-color-scheme:dark){:root{--ink:#e6ebef;--soft:#a9b6c1;--line:#36414b;--paper:#1b2229;
        --ground:#13181d;--raised:#28323b;--hover:#222b33;--accent:#7db8e0;--budget:#f09a5f;--previous:#64798a;--range:#3f7197;
        --range-wide:#27445b;--serious:#f39aa1;--serious-ground:#3a2227;--warning:#f0c36d;--warning-ground:#3a2f17;
        --warning-line:#6b5526;--good:#7fd0a5;--good-ground:#1d3328;--shade:rgba(0,0,0,.65);
        --c0:#6fb1e0;--c1:#f09a5f;--c2:#6cc79c;--c3:#c79bdb;--c4:#f08a92;--c5:#c4c866;--c6:#98a3f0;
        --c7:#cfa27c;--c8:#8cc3d2;--c9:#b5b5b5;--t0:#39556b;--t1:#684d3c;--t2:#385d52;--t3:#594e69;
        --t4:#68474f;--t5:#585e3f;--t6:#485071;--t7:#5c5047;--t8:#445c66;--t9:#52575b;
        }}
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
        a:focus-visible,summary:focus-visible,button:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
        small,.note{font-size:.85rem;color:var(--soft)}

        """

    private static let layout = """
        .page{max-width:1080px;margin:0 auto;padding:0 24px 56px}
        .page.list{max-width:1560px}
        header.top{padding:44px 0 20px;border-bottom:3px double var(--ink)}
        header.top .sub{color:var(--soft);margin-top:.5rem}
        nav{display:flex;flex-wrap:wrap;gap:4px 20px;padding:12px 0;font-size:.92rem}
        nav a{text-decoration:none;padding:4px 0}
        nav a:hover{text-decoration:underline}
        section{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:24px 26px;margin:18px 0}
        .banner{background:var(--warning-ground);color:var(--warning);border:1px solid var(--warning-line);border-radius:6px;
        padding:10px 16px;margin:16px 0 0}
        .lead{font-size:1.06rem;margin:0 0 16px}
        .lead p{margin:.3rem 0}
        .facts{display:flex;flex-wrap:wrap;gap:2px 20px}
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
        background:var(--raised);color:var(--ink);white-space:nowrap}
        .tag.serious{background:var(--serious-ground);color:var(--serious)}
        .tag.warning{background:var(--warning-ground);color:var(--warning)}
        .tag.good{background:var(--good-ground);color:var(--good)}
        footer{color:var(--soft);font-size:.85rem;padding-top:6px}

        """

    private static let tables = """
        .scroll{overflow-x:auto;max-width:100%;
        background:linear-gradient(to right,var(--paper) 40%,transparent) 0 0/36px 100%,
        linear-gradient(to left,var(--paper) 40%,transparent) 100% 0/36px 100%,
        linear-gradient(to right,var(--shade),transparent) 0 0/14px 100%,
        linear-gradient(to left,var(--shade),transparent) 100% 0/14px 100%;
        background-repeat:no-repeat;background-attachment:local,local,scroll,scroll}
        table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.5}
        caption{text-align:left;font-weight:600;padding-bottom:6px}
        th,td{padding:6px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
        thead th{border-bottom:2px solid var(--ink);font-weight:600;white-space:nowrap}
        .n{text-align:right;white-space:nowrap;overflow-wrap:normal}
        td.k{white-space:nowrap}
        td.w{min-width:11em}
        td.serious{color:var(--serious)}
        td.warning{color:var(--warning)}
        tbody tr:hover{background:var(--hover)}
        .tools{display:flex;flex-wrap:wrap;gap:6px 16px;align-items:center;font-size:.9rem}
        .tools button:not(.sort){font:inherit;color:var(--accent);background:none;border:1px solid var(--line);border-radius:4px;
        padding:2px 10px;cursor:pointer}
        .tools input,.tools select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);
        border-radius:4px;padding:3px 8px;max-width:16em}
        button.sort{font:inherit;font-weight:600;color:inherit;background:none;border:0;padding:0;cursor:pointer}
        th[aria-sort] .sort::after{content:" ▾"}
        th[aria-sort=ascending] .sort::after{content:" ▴"}

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
        .tree summary:hover .row{background:var(--hover)}
        .d1>summary .name{font-weight:600}
        .d2>summary .name{padding-left:1.1em}
        .d3>summary .name{padding-left:2.2em}
        .d4>summary .name{padding-left:3.3em}
        .name small{white-space:nowrap;margin-left:.4em}
        .card{background:var(--hover);border-bottom:1px solid var(--line);padding:12px 16px 14px}
        .row .range{display:block;font-size:.82rem;color:var(--soft)}

        """

    private static let charts = """
        .pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:26px 30px}
        .many{display:grid;grid-template-columns:repeat(auto-fill,minmax(280px,1fr));gap:20px 24px;margin:20px 0 22px}
        figure{margin:0;min-width:0}
        figcaption{font-weight:600;font-size:.95rem;margin-bottom:6px}
        figure .note{margin-top:4px}
        .gap{margin-top:24px}
        ol.questions [dir=auto],figcaption[dir=auto],.name[dir=auto]{text-align:left}
        svg.chart{display:block;width:100%;height:auto;font-family:var(--sans)}
        .wide svg.chart{min-width:620px}
        svg text{fill:var(--ink);font-size:13px}
        svg .tick{fill:var(--soft);font-size:12.5px}
        svg .grid{stroke:var(--line)}
        svg .axis{stroke:var(--soft)}
        svg .bar{fill:var(--accent)}
        svg .bar.previous{fill:var(--previous)}
        svg .line{stroke:var(--accent);stroke-width:2.2}
        svg .line.ahead{stroke-dasharray:5 4}
        svg .dot{fill:var(--accent);stroke:var(--paper);stroke-width:1.2}
        svg .dot.synthetic{fill:var(--paper);stroke:var(--accent);stroke-width:1.8}
        svg .dot.flagged{fill:var(--serious);stroke:var(--serious);r:5.5px}
        svg .dot.flagged.synthetic{fill:var(--paper);stroke-width:2.4}
        svg .dot.ahead{fill:var(--paper);stroke:var(--accent);stroke-width:2}
        svg .band{fill:var(--range)}
        svg .band.wide{fill:var(--range-wide)}
        svg .budget{stroke:var(--budget);stroke-width:2.4}
        svg .part{stroke:var(--paper);stroke-width:.8}
        svg .part.ahead{opacity:.55}
        .c0{--part:var(--c0);--tint:var(--t0)}.c1{--part:var(--c1);--tint:var(--t1)}.c2{--part:var(--c2);--tint:var(--t2)}.c3{--part:var(--c3);--tint:var(--t3)}.c4{--part:var(--c4);--tint:var(--t4)}
        .c5{--part:var(--c5);--tint:var(--t5)}.c6{--part:var(--c6);--tint:var(--t6)}.c7{--part:var(--c7);--tint:var(--t7)}.c8{--part:var(--c8);--tint:var(--t8)}.c9{--part:var(--c9);--tint:var(--t9)}
        svg .part{fill:var(--part)}
        svg .arc{stroke:var(--part)}
        svg .area{fill:var(--tint,var(--raised));stroke:var(--paper);stroke-width:1}
        .swatch{width:12px;height:12px;background:var(--part);border-radius:2px}
        ul.key{list-style:none;padding:0}
        button.part{font:inherit;color:inherit;background:none;border:0;padding:2px 0;cursor:pointer;text-align:left}
        button.part[aria-pressed=false]{text-decoration:line-through}
        .case{display:grid;grid-template-columns:minmax(0,1.15fr) minmax(0,1fr);gap:12px 30px}
        .case .live{height:240px}
        .case details{grid-column:1/-1}
        details>summary.note{cursor:pointer;padding:2px 0}
        .live{width:100%;height:300px}
        .wide .live{height:420px}
        .tall .live{height:480px}
        .printed{display:none}
        .key{display:flex;flex-wrap:wrap;gap:4px 18px;font-size:.85rem;color:var(--soft);margin:0 0 6px}
        .key i{display:inline-block;margin-right:6px;vertical-align:middle}
        .key .l{width:20px;border-top:2.5px solid var(--accent)}
        .key .f{width:20px;border-top:2.5px dashed var(--accent)}
        .key .b{width:14px;border-top:3px solid var(--budget)}
        .key .r{width:14px;height:12px;background:var(--range)}
        .key .q{width:14px;height:12px;background:var(--range-wide)}
        .key .p{width:14px;height:12px;background:var(--previous)}
        .key .c{width:14px;height:12px;background:var(--accent)}
        .key .x{width:11px;height:11px;background:var(--serious);border-radius:50%}
        .key .s{width:10px;height:10px;border:2px solid var(--accent);border-radius:50%}

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
        @page{size:A4;margin:14mm 13mm 16mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:8pt;color:#51606d}}
        body{background:#fff;font-size:9.5pt;line-height:1.45}
        .page{max-width:none;padding:0}
        header.top{padding:0 0 10px}
        nav,.tree,.tools,.live,.printless,footer{display:none!important}
        .printed{display:block}
        svg.chart{display:block!important}
        .cards{grid-template-columns:none;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr)}
        .cards>div{padding:6px}
        .cards dd{font-size:12pt}
        .cards dd.more{font-size:7.5pt}
        section{border:0;border-top:1px solid var(--ink);border-radius:0;padding:10px 0;margin:0}
        figure,ol.questions>li,tr,.row{break-inside:avoid}
        ol.questions>li{padding:6px 0}
        ol.questions>li::before{font-size:1.1rem}
        blockquote{margin:.2rem 0 0}
        p{margin:.2rem 0;orphans:3;widows:3}
        h2{font-size:13pt;margin-bottom:.5rem}
        h2,h3,figcaption,caption,.key{break-after:avoid}
        .pair{gap:12px 24px}
        .many{grid-template-columns:repeat(3,minmax(0,1fr));gap:10px 16px;margin:12px 0}
        .scroll{overflow:visible;background:none}
        .wide svg.chart{min-width:0}
        table{font-size:7.5pt;line-height:1.3}
        th,td{padding:2px 5px}
        thead th{white-space:normal}
        td.w{min-width:0}
        thead{display:table-header-group}
        details::details-content{content-visibility:visible;block-size:auto}
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        }
        @media (prefers-reduced-motion:no-preference){.tree summary .name::before{transition:transform .12s}}
        """
}
