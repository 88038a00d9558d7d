extension AuditPage {
    /// The look: two columns that scroll apart on a wide screen, one below the other on a narrow one
    /// and on paper, where underlines tell the marks apart without colour.
    static let style: StaticString = """
        :root{--ink:#1f2328;--soft:#5b6470;--line:#d9dde2;--back:#eef0f2;--paper:#fff;
        --e:#b3261e;--eb:#fde4e1;--w:#8a5a00;--wb:#fdf0cf;--n:#3f5f7f;--nb:#e6edf4;
        --sans:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",
        "WenQuanYi Micro Hei",sans-serif;
        --serif:"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif}
        *{box-sizing:border-box}
        html{font:15px/1.6 var(--sans);color:var(--ink);background:var(--back)}
        body{margin:0;height:100vh;display:flex;flex-direction:column}
        header{background:var(--paper);border-top:4px solid #a61b1b;
        border-bottom:1px solid var(--line);padding:.7rem 1.6rem .8rem}
        .what{color:#a61b1b;font-size:.8rem;letter-spacing:.25em;font-weight:600}
        h1{font:600 1.3rem/1.4 var(--serif);margin:0 0 .35rem;overflow-wrap:anywhere}
        header p{margin:.2rem 0 0}
        .sum{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
        .sum a,.ok{border-radius:1rem;padding:.05rem .8rem;text-decoration:none;font-size:.9rem}
        .sum a.e{background:var(--eb);color:var(--e)}
        .sum a.w{background:var(--wb);color:var(--w)}
        .sum a.n{background:var(--nb);color:var(--n)}
        .ok{background:#e3f1e5;color:#1e6b2b}
        .work,.notice{color:var(--soft);font-size:.85rem}
        .notice::before{content:"说明　"}
        main{flex:1;min-height:0;display:grid;grid-template-columns:minmax(0,1fr) clamp(17rem,34vw,25rem)}
        .text,.list{overflow:auto;min-height:0}
        .text{padding:1.4rem}
        .paper{background:var(--paper);max-width:50rem;margin:0 auto;padding:2.2rem 3rem 2.6rem 3.6rem;
        box-shadow:0 1px 3px rgba(0,0,0,.14);font:17px/1.95 var(--serif)}
        .paper p{margin:0;position:relative;overflow-wrap:anywhere;white-space:pre-wrap;
        text-align:justify}
        .paper p.g{margin-top:.5em}
        .paper p.t{font-weight:700;font-size:1.28em;line-height:1.6;text-align:center;margin:.2em 0 .8em}
        .paper p.h{margin-top:.7em;font-weight:700}
        .paper p[data-n]::before{content:attr(data-n);position:absolute;left:-3.1rem;width:2.3rem;
        text-align:right;font:.68rem/2.9 var(--sans);color:#9aa2ab;font-weight:400}
        .wide{overflow-x:auto;margin:.7em 0}
        table{border-collapse:collapse;font:15px/1.6 var(--serif);min-width:60%}
        td,th{border:1px solid #b9c0c8;padding:.15rem .6rem;text-align:left;vertical-align:top;
        white-space:pre-wrap}
        th{background:#f4f5f7;text-align:center}
        td.r{text-align:right;font-variant-numeric:tabular-nums}
        .m{color:inherit;text-decoration:underline dotted 1.5px;text-underline-offset:.22em;
        border-radius:2px}
        .m.p{text-decoration:underline solid 2.5px}
        .m.e{background:var(--eb);text-decoration-color:var(--e)}
        .m.w{background:var(--wb);text-decoration-color:var(--w)}
        .m.n{background:var(--nb);text-decoration-color:var(--n)}
        .m.p.e{background:#f9c9c4}.m.p.w{background:#f8dfa0}.m.p.n{background:#cfdeec}
        sup{font:600 .62rem/1 var(--sans);vertical-align:super;margin:0 .08em}
        sup+sup{margin-left:.3em}
        sup a{text-decoration:none}
        a.e{color:var(--e)}a.w{color:var(--w)}a.n{color:var(--n)}.m{color:inherit!important}
        span:target+a,span:target+span+a{outline:2px solid currentColor;outline-offset:2px}
        .text span[id]{scroll-margin-top:30vh}
        .list{background:#f7f8f9;border-left:1px solid var(--line);padding:1rem 1.1rem}
        .list h2{font-size:.85rem;letter-spacing:.2em;color:var(--soft);margin:0 0 .7rem}
        article{background:var(--paper);border:1px solid var(--line);border-left:4px solid;
        border-radius:4px;padding:.65rem .9rem .7rem;margin:0 0 .8rem;scroll-margin:1rem}
        article.e{border-left-color:var(--e)}
        article.w{border-left-color:#d39b1e}
        article.n{border-left-color:#8aa3bb}
        article:target{box-shadow:0 0 0 3px rgba(60,100,160,.35)}
        h3{display:flex;align-items:baseline;gap:.5rem;font-size:.85rem;margin:0;font-weight:600}
        h3 a{margin-left:auto;color:var(--soft);font-weight:400;text-align:right}
        .no{min-width:1.35rem;text-align:center;border-radius:.7rem;padding:0 .35rem;color:#fff}
        .e .no{background:var(--e)}.w .no{background:var(--w)}.n .no{background:var(--n)}
        .e .sev{color:var(--e)}.w .sev{color:var(--w)}.n .sev{color:var(--n)}
        .msg{margin:.35rem 0 .4rem;font-weight:600;overflow-wrap:anywhere}
        dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.1rem .7rem;margin:0;
        font-size:.88rem}
        dt{color:var(--soft)}
        dd{margin:0;overflow-wrap:anywhere}
        dd a{color:inherit;text-decoration-color:#9aa2ab;text-underline-offset:.2em}
        .adv{margin:.45rem 0 0;font-size:.9rem}
        .rule,.foot{margin:.3rem 0 0;font-size:.75rem;color:#77808a}
        .foot{margin-top:1rem;line-height:1.7}
        .none{color:var(--soft)}
        a:focus-visible,section:focus-visible{outline:2px solid #2f6fb3;outline-offset:2px}
        section:focus-visible{outline-offset:-2px}
        @media (max-width:60rem){.paper{padding:1.4rem 1.3rem 1.8rem 2.9rem}
        .paper p[data-n]::before{left:-2.7rem;width:2rem}.text{padding:.8rem}}
        @media (max-width:44rem){body{height:auto;display:block}main{display:block}
        .list{border-left:0;border-top:1px solid var(--line)}}
        @media print{@page{size:A4;margin:17mm 16mm}
        html{background:#fff;font-size:10pt}
        body{height:auto;display:block}main{display:block}
        header{padding:0 0 3mm;border-top-width:2px}
        .text,.list{overflow:visible;padding:0;background:none;border:0}
        .paper{box-shadow:none;max-width:none;padding:4mm 0 4mm 10mm;font-size:11.5pt;line-height:1.75}
        .paper p[data-n]::before{left:-12mm;width:9mm}
        .list{border-top:1px solid #999;padding-top:4mm}
        article{break-inside:avoid}
        h2,.paper p.t{font-weight:700;font-size:1.28em;line-height:1.6;text-align:center;margin:.2em 0 .8em}
        .paper p.h{break-after:avoid}
        tr{break-inside:avoid}
        .m,.sum a,.no,article,th{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        .wide{overflow:visible}table{font-size:10pt}}

        """
}
