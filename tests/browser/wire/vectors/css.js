// Style sheets, wherever they stand, and whatever in them fetches.

const gif = (h) => `url(https://${h}/a.gif)`;

/** One declaration in a style element, on an element that is shown. */
const declared = (declaration, words = "x") => ({
  body: (h) => {
    const id = `d-${h.split(".")[0]}`;
    return `<style>#${id}{${declaration(h)}}</style><p id="${id}" style="width:40px">${words}</p>`;
  },
});

const ownSheet = (css, extra = () => ({})) => ({
  body: (h, at) => `<link rel="stylesheet" href="${at}/s.css"><p class="own-${h.split(".")[0]}">x</p>`,
  files: (h, at) => ({ "/s.css": { type: "text/css", body: css(h, `.own-${h.split(".")[0]}`) }, ...extra(h, at) }),
});

export const css = {
  "css-attribute": { body: (h) => `<p style="background:${gif(h)}">x</p>` },
  "css-attribute-quoted": { body: (h) => `<p style='background-image:url("https://${h}/a.gif")'>x</p>` },
  "css-attribute-variable": { body: (h) => `<p style="--a:${gif(h)};background:var(--a)">x</p>` },
  "css-background": declared((h) => `background:${gif(h)}`),
  "css-second-background": declared((h) => `background-image:linear-gradient(red,red),${gif(h)}`),
  "css-border-image": declared((h) => `border:5px solid;border-image:${gif(h)} 1`),
  "css-list-style": declared((h) => `display:list-item;list-style:${gif(h)}`),
  "css-content": declared((h) => `content:${gif(h)}`),
  "css-before": { body: (h) => `<style>.before::before{content:${gif(h)}}</style><p class="before">x</p>` },
  "css-marker": { body: (h) => `<style>.mark::marker{content:${gif(h)}}</style><ul><li class="mark">x</ul>` },
  "css-first-line": { body: (h) => `<style>.line::first-line{background:${gif(h)}}</style><p class="line">x</p>` },
  "css-cursor": declared((h) => `cursor:${gif(h)},auto`),
  "css-mask": declared((h) => `mask-image:${gif(h)}`),
  "css-webkit-mask": declared((h) => `-webkit-mask-image:${gif(h)}`),
  "css-mask-border": declared((h) => `-webkit-mask-box-image:${gif(h)} 1`),
  "css-mask-reference": declared((h) => `mask:url(https://${h}/a.svg#m)`),
  "css-clip-path": declared((h) => `clip-path:url(https://${h}/a.svg#c)`),
  "css-filter": declared((h) => `filter:url(https://${h}/a.svg#f)`),
  "css-backdrop-filter": declared((h) => `backdrop-filter:url(https://${h}/a.svg#f)`),
  "css-shape-outside": declared((h) => `float:left;shape-outside:${gif(h)}`),
  "css-offset-path": declared((h) => `offset-path:url(https://${h}/a.svg#p)`),
  "css-image-set": declared((h) => `background-image:image-set("https://${h}/a.gif" 1x)`),
  "css-image-set-type": declared((h) => `background-image:image-set(${gif(h)} type("image/gif"))`),
  "css-webkit-image-set": declared((h) => `background-image:-webkit-image-set(${gif(h)} 1x)`),
  "css-cross-fade": declared((h) => `background-image:-webkit-cross-fade(${gif(h)},url(/own.gif),50%)`),
  "css-variable": declared((h) => `--b:${gif(h)};background:var(--b)`),
  "css-registered-property": { body: (h) => `<style>@property --reg{syntax:"<image>";inherits:true;initial-value:${gif(h)}}.reg{background:var(--reg)}</style><p class="reg">x</p>` },
  "css-animation": { body: (h) => `<style>@keyframes lab{from,to{background:${gif(h)}}}.anim{animation:lab 9s}</style><p class="anim">x</p>` },
  "css-nested": { body: (h) => `<style>.nest{& b{background:${gif(h)}}}</style><p class="nest"><b>x</b></p>` },
  "css-media": { body: (h) => `<style>@media screen{.med{background:${gif(h)}}}</style><p class="med">x</p>` },
  "css-supports": { body: (h) => `<style>@supports (color:red){.sup{background:${gif(h)}}}</style><p class="sup">x</p>` },
  "css-layer": { body: (h) => `<style>@layer a{.lay{background:${gif(h)}}}</style><p class="lay">x</p>` },
  "css-container": { body: (h) => `<style>.con{container-type:inline-size}@container (min-width:1px){.con b{background:${gif(h)}}}</style><p class="con"><b>x</b></p>` },
  "css-scope": { body: (h) => `<style>@scope (.sco){b{background:${gif(h)}}}</style><p class="sco"><b>x</b></p>` },
  "css-starting-style": { body: (h) => `<style>.sta{transition:all 9s allow-discrete;@starting-style{background:${gif(h)}}}</style><p class="sta">x</p>` },
  "css-import": { body: (h) => `<style>@import "https://${h}/a.css";</style>` },
  "css-import-url": { body: (h) => `<style>@import url(https://${h}/a.css) screen;</style>` },
  "css-import-layer": { body: (h) => `<style>@import url("//${h}/a.css") layer(a) supports(color:red);</style>` },
  "css-import-print": { body: (h) => `<style media="print">@import "https://${h}/a.css";</style>` },
  "css-font": { body: (h) => `<style>@font-face{font-family:lab1;src:url(https://${h}/a.woff2)}</style><p style="font-family:lab1">x</p>` },
  "css-font-fallback": { body: (h) => `<style>@font-face{font-family:lab2;src:local("none such"),url(https://${h}/a.woff2) format("woff2")}</style><p style="font-family:lab2">x</p>` },
  "css-escapes": { body: (h) => `<p style="background:u\\72l('https:\\2f\\2f ${h}/a.gif')">x</p>` },
  "css-comments": { body: (h) => `<p style="/*x*/background/**/:/**/${gif(h)}/*">x</p>` },
  "css-bad-then-good": { body: (h) => `<style>} .bad { background: ${gif(h)} } .bad{background:${gif(h)}}</style><p class="bad">x</p>` },
  "css-cdo": { body: (h) => `<style><!-- .cdo{background:${gif(h)}} --></style><p class="cdo">x</p>` },
  "css-print": { body: (h) => `<link rel="stylesheet" media="print" href="https://${h}/a.css">` },
  "css-alternate": { body: (h) => `<link rel="alternate stylesheet" title="other" href="https://${h}/a.css">` },
  "css-stylesheet": { body: (h) => `<link rel="stylesheet" href="https://${h}/a.css">` },
  "css-legacy-hints": { body: (h) => `<ul><li style="list-style-image:${gif(h)}">x</ul>` },
  "css-svg-attribute": { body: (h) => `<svg width="9" height="9"><rect width="9" height="9" style="fill:url(https://${h}/a.svg#p)"/></svg>` },
  "own-sheet-url": ownSheet((h, s) => `${s}{background:${gif(h)}}`),
  "own-sheet-import": ownSheet((h) => `@import "https://${h}/a.css";`),
  "own-sheet-font": ownSheet((h, s) => `@font-face{font-family:lab3;src:url(//${h}/a.woff2)}${s}{font-family:lab3}`),
  "own-sheet-of-a-sheet": ownSheet(
    (h) => `@import "t.css";`,
    (h) => ({ "/t.css": { type: "text/css", body: `.own-${h.split(".")[0]}{background:${gif(h)}}` } }),
  ),
  "own-sheet-utf16": ownSheet((h, s) => Buffer.from(`\ufeff${s}{background:${gif(h)}}`, "utf16le")),
  "own-sheet-svg": {
    body: (h, at) => `<img src="${at}/i.svg" alt="">`,
    files: (h) => ({ "/i.svg": { type: "image/svg+xml", body: `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image width="9" height="9" href="https://${h}/a.gif"/></svg>` } }),
  },
  "script-sheet-constructed": { body: (h) => `<p class="cons">x</p><script>{const s=new CSSStyleSheet();s.replaceSync(".cons{background:${gif(h)}}");document.adoptedStyleSheets=[...document.adoptedStyleSheets,s]}</script>` },
  "script-sheet-inserted": { body: (h) => `<p class="ins">x</p><script>{const e=document.createElement("style");document.head.append(e);e.sheet.insertRule(".ins{background:${gif(h)}}")}</script>` },
  "script-style-property": { body: (h) => `<p id="sty">x</p><script>document.getElementById("sty").style.backgroundImage="${gif(h)}"</script>` },
  "script-css-text": { body: (h) => `<p id="txt">x</p><script>document.getElementById("txt").style.cssText="background:${gif(h)}"</script>` },
  "script-font-face": { body: (h) => `<script>new FontFace("lab4","${gif(h)}").load().catch(()=>{})</script>` },
  "script-animate": { body: (h) => `<p id="ani">x</p><script>document.getElementById("ani").animate({backgroundImage:["${gif(h)}","${gif(h)}"]},9000)</script>` },
  "script-style-element": { body: (h) => `<p class="sel">x</p><script>{const e=document.createElement("style");e.textContent=".sel{background:${gif(h)}}";document.head.append(e)}</script>` },
};
