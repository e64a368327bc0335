import Platform
import Reporting

/// How pages look: as reports do, with a bar, forms and a dark ground for those who ask for one.
enum StyleSheet {
    /// The sheet.
    static let text = ReportStyleSheet.text.markup + frame + forms + dark

    /// Its address, which is another as soon as it is: it can be kept for ever.
    static let address = file.address

    /// The sheet as it is sent.
    static let file = StaticText(text, type: "text/css; charset=utf-8", ending: "css")

    private static let frame = """
        .bar{background:var(--paper);border-bottom:1px solid var(--line)}
        .bar>div{max-width:1080px;margin:0 auto;padding:8px 24px;display:flex;flex-wrap:wrap;gap:4px 20px;align-items:center}
        .bar .brand{font:700 1.15rem/1.3 var(--serif);color:var(--ink);text-decoration:none;padding:6px 0}
        .bar nav{padding:0;flex:1}
        .bar nav a,.bar .who a{padding:8px 0;display:inline-block}
        .bar .who{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;font-size:.92rem;color:var(--soft)}
        .bar form{margin:0}
        nav a[aria-current]{color:var(--ink);font-weight:600}
        .facts{display:grid;grid-template-columns:minmax(7em,max-content) minmax(0,1fr);gap:4px 18px;margin:0}
        .facts dt{color:var(--soft)}
        .facts dd{margin:0}
        .skip{position:absolute;left:-9999px}
        .skip:focus{left:8px;top:8px;background:var(--paper);padding:8px;z-index:1}
        header.top{padding:26px 0 14px;border-bottom-width:1px;border-bottom-style:solid}
        .list{list-style:none;margin:0;padding:0}
        .columns{columns:2;column-gap:30px}
        .columns li{break-inside:avoid;padding:3px 0}
        td a,th a{display:inline-block;padding:2px 0}
        @media (max-width:720px){.columns{columns:1}.bar>div{padding:6px 14px;justify-content:space-between}
        .bar nav{order:3;flex-basis:100%}}

        """

    private static let forms = """
        label{display:block;font-weight:600;margin:14px 0 4px}
        input,select,textarea{font:inherit;color:var(--ink);background:var(--paper);border:1px solid #7d8a95;border-radius:4px;
        padding:8px 10px;max-width:100%}
        form.entry{max-width:26rem}
        form.entry input.inline{width:auto;margin-right:6px}
        form.entry input:not(.inline),form.entry textarea{width:100%}
        button{font:inherit;font-weight:600;color:#fff;background:#1f5f8b;border:1px solid #1f5f8b;border-radius:4px;
        padding:8px 18px;margin-top:16px;cursor:pointer}
        button.quiet{color:var(--accent);background:none;border:0;padding:8px 0;margin:0;font-weight:400;text-decoration:underline}
        :is(input,select,textarea,button):focus-visible{outline:2px solid var(--accent);outline-offset:2px}
        .drop progress{display:block;width:100%;margin-top:12px}
        progress[hidden]{display:none}
        @media (max-width:720px){.stack thead{position:absolute;left:-9999px}.stack :is(tbody,tr,td){display:block;text-align:left}
        .stack td{border:0}.stack tr{border-bottom:1px solid var(--line)}.stack td[data-label]::before{content:attr(data-label) " ";color:var(--soft)}}
        .pages{display:flex;flex-wrap:wrap;gap:4px 20px;padding:12px 0 0}
        .filter{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:end;margin-bottom:14px}
        .filter label{margin:0;font-size:.88rem}
        .filter button{margin:0}
        blockquote{margin:6px 0;padding:2px 12px;border-left:3px solid var(--line);color:var(--soft)}
        .sheet{max-width:100%;height:auto;background:#fff;border:1px solid var(--line)}
        .sheet .mark{fill:#ffd54a;fill-opacity:.4;stroke:#b06a00;stroke-width:2}
        .passage{white-space:pre-wrap}
        mark{background:#ffe27a;color:#1a1a1a}
        .find input{padding:4px 10px;width:16em}
        .page:has(.desk){max-width:1560px}
        .desk{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,18rem);gap:0 24px;align-items:start}
        .desk section{padding-left:14px;padding-right:14px}
        .grid :is(td,th){padding:3px 6px}
        .grid thead th{white-space:normal;min-width:5.5em}
        .grid th[scope=row]{font-weight:400;min-width:10em;white-space:normal;text-align:left}
        .grid th small{display:block;color:var(--soft)}
        .grid tr.sum :is(td,th){font-weight:600}
        input.cell,select.cell{padding:4px 6px;min-width:7em}
        input.cell.n{text-align:right;width:6.5em;min-width:0}
        @media (max-width:1100px){.desk{grid-template-columns:minmax(0,1fr)}}
        .error{background:var(--serious-ground);color:var(--serious);border:1px solid currentColor;border-radius:6px;
        padding:10px 16px}

        """

    private static let dark = """
        @media screen and (prefers-color-scheme:dark){
        :root{--ink:#e4e8ec;--soft:#a5b0ba;--line:#3a444d;--paper:#1b2127;--ground:#12171b;--accent:#7db8e0;--serious:#f0949b;
        --serious-ground:#3b2023;--warning:#f0c067;--warning-ground:#382c14;--good:#7fcba2;color-scheme:dark}
        .banner{border-color:#6d551f}
        .tag{background:#2a333b}
        .tag.good{background:#1d3528}
        tbody tr:hover,.tree summary:hover .row{background:#232b32}
        .card{background:#20272d}
        .cards>div,.cards{background:var(--paper)}
        svg .grid{stroke:#333d46}
        svg .bar,svg .dot{fill:#5a9fcd}
        svg .bar.previous,.key .p{fill:#5b6b78;background:#5b6b78}
        svg .line{stroke:#5a9fcd}
        svg .dot.synthetic,svg .dot.ahead{fill:var(--paper);stroke:#5a9fcd}
        svg .dot{stroke:var(--paper)}
        svg .band{fill:#2f5d7c}
        svg .band.wide{fill:#24394a}
        svg .budget{stroke:#e58b52}
        .key .l,.key .f{border-top-color:#5a9fcd}
        .key .b{border-top-color:#e58b52}
        .key .r{background:#2f5d7c}
        .key .q{background:#24394a}
        .key .c{background:#5a9fcd}
        .key .s{border-color:#5a9fcd}
        button{background:#2b6f9f}
        button.quiet{background:none}
        }

        """
}
