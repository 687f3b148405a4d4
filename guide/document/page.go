package document

// styleSheet is the look of the page. Inks keep a contrast of 4.5 on their grounds; shapes and words repeat every color.
const styleSheet = `
:root{--ink:#23262d;--quiet:#5d626e;--paper:#fff;--rule:#c3c6cc;--accent:#00668f;--caution:#7a5600;--ask:#85290a;--danger:#b3161e;--wash:#f3f5f7}
@media (prefers-color-scheme:dark){:root{--ink:#dfe1e6;--quiet:#a3a8b5;--paper:#16161e;--rule:#4d5362;--accent:#66cdf0;--caution:#f0d67f;--ask:#f0a07a;--danger:#ff8a80;--wash:#1f212c}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:44rem;padding:1.5rem 1rem 4rem;font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper)}
body.large{font-size:1.5rem;max-width:56rem}
h1{font-size:1.7em;line-height:1.2;margin:0 0 .3em}
h2{font-size:1.25em;line-height:1.25;margin:2em 0 .5em;padding-top:.6em;border-top:1px solid var(--rule)}
h3{font-size:1.05em;line-height:1.3;margin:1.3em 0 .3em}
p{margin:.5em 0}
ul,ol{margin:.4em 0;padding-left:1.3em}
li{margin:.25em 0}
a{color:var(--accent)}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
nav ul{list-style:none;padding:0;columns:2 14em;column-gap:2em;font-size:.9em}
nav li{margin:0;padding:.15em 0;break-inside:avoid}
.about,.purpose,.certainty{color:var(--quiet);font-size:.9em}
.certainty{font-weight:400}
.lead{font-weight:700}
.mark{font-size:.8em;text-decoration:none;white-space:nowrap}
.word{white-space:nowrap}
.word::before{content:"● "}
.word.good{color:var(--accent)}
.word.caution{color:var(--caution)}.word.caution::before{content:"▲ "}
.word.ask{color:var(--ask)}.word.ask::before{content:"◇ "}
.word.quiet{color:var(--quiet)}.word.quiet::before{content:"– "}
.callout{border-left:.35em solid var(--accent);background:var(--wash);padding:.6em 1em;margin:.8em 0}
.callout .title{font-weight:700;font-size:1.15em;margin:.2em 0}
.callout.caution{border-color:var(--caution)}
.callout.ask{border-color:var(--ask)}
.callout.urgent{border-color:var(--danger)}
.callout.emergency{border:.2em solid var(--danger);border-left-width:.6em}
.callout.emergency .title,.callout.urgent .title{color:var(--danger)}
blockquote{margin:.5em 0;padding-left:.8em;border-left:2px solid var(--rule)}
table{border-collapse:collapse;width:100%;font-size:.95em}
th,td{text-align:left;vertical-align:top;padding:.3em .8em .3em 0;border-bottom:1px solid var(--rule)}
thead th{color:var(--quiet)}
tbody th{font-weight:600;width:38%}
.callout tbody th{width:5.5em}
.glance{display:flex;flex-wrap:wrap;gap:.5em 2em;align-items:flex-end}
.glance figure{margin:0;flex:1 1 16em;max-width:22em}.glance figcaption{color:var(--quiet);font-size:.9em}
.glance dl{margin:0;flex:1 1 14em}.glance dl div{display:flex;gap:1em}.glance dt{color:var(--quiet);flex:0 0 5em}.glance dd{margin:0}
.pictogram{display:block;width:100%;height:auto;shape-rendering:crispEdges}.pictogram .table{fill:var(--rule)}.pictogram .person{fill:var(--quiet)}.pictogram .hands{fill:var(--accent)}
.session .hands{font-weight:600}
.conditions ul{list-style:none;margin:0;padding:0}
.conditions tbody th{width:22%}.conditions td{width:26%}
.yours{background:var(--wash)}
@media (max-width:38rem){.conditions thead{display:none}.conditions tr{display:block;padding:.5em 0;border-bottom:1px solid var(--rule)}.conditions th,.conditions td{display:block;width:auto!important;border:0;padding:.1em 0}.conditions td:empty{display:none}.conditions td::before{content:attr(data-title);color:var(--quiet)}.conditions ul{padding-left:1em}}
.s-sources{font-size:.85em;overflow-wrap:anywhere}
.boxes{list-style:none;padding-left:1.7em}
.boxes li::before{content:"";float:left;margin:.25em 0 0 -1.6em;width:.85em;height:.85em;border:1.5px solid currentColor;border-radius:2px}
.group{font-weight:600;margin:.8em 0 .2em}
.fill{display:inline-block;width:8em;border-bottom:1px solid currentColor}
.room,.short,.on-paper{display:none}
.care i{display:block}
@page{margin:11mm 12mm}
@media print{
:root{--ink:#000;--quiet:#333;--paper:#fff;--rule:#999;--accent:#000;--caution:#000;--ask:#000;--danger:#000;--wash:#fff}
body{max-width:none;padding:0;font:10pt/1.16 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
body.large{font-size:16pt;line-height:1.35;max-width:none}
nav,.minor,.more,.for,.wish,.s-sources ol,.rest .weak,.rest .research,.rest .care span{display:none}
.short,.on-paper{display:block}.care i{display:inline}
.thin .rest ul{display:none}.tight .write{display:list-item;list-style:disc;margin-left:1.3em}.tight .room{display:none}
main{columns:2;column-gap:6mm}
.large main{columns:1}
h1{font-size:1.5em}h2{font-size:1.15em;margin:.7em 0 .2em;padding-top:.3em;break-after:avoid}h3{margin:.5em 0 .1em;break-after:avoid}.lead{break-after:avoid}
p,ul,ol{margin:.15em 0}li{margin:.05em 0;break-inside:avoid}
.callout{padding:.2em .6em;margin:.3em 0;break-inside:avoid}
.about,.purpose,.certainty,.mark,table,.s-sources,.glance figcaption,.large .s-sources{font-size:1em}.purpose{margin:.2em 0}
a{text-decoration:none;color:inherit}
th,td{padding:.1em .4em .1em 0}
.write{display:grid;grid-template-columns:1fr 32%;column-gap:.8em}
.write::before{content:none}
.alarm{font-size:11pt;line-height:1.35}.alarm main{columns:1}
.page{line-height:1.1}.page thead{display:none}.page h2{margin-top:.3em}.page .write{display:list-item}.page .room{min-height:1.2em}
.reading main{columns:1}
.sheet .group{break-after:avoid;margin:.4em 0 .1em}
.reading .s-sources ol{display:block}.reading .s-sources .short{display:none}
.large.reading .s-sources ol{display:none}.large.reading .s-sources .short{display:block}
.sheet main{columns:3;column-gap:4mm}.large.sheet{line-height:1.2}.large.sheet main{columns:2}.sheet article h3{break-after:avoid}.reading li{break-inside:auto}
.room{display:block;border-bottom:1px dotted #000;min-height:1.6em}
}
`
