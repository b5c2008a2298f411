"""Hostile texts, made from parts: markup that would run, and addresses of schemes that would run.

Each sets ``window.__xss`` when a browser takes it for markup. They are of the kinds that public collections
(DOMPurify's fixtures, PortSwigger's list of protocols) hold.
"""

from html import escape
from itertools import product

RUN = "window.__xss=1"

HANDLERS = [
    "<img src=x onerror={run}>",
    "<IMG SRC=x oNeRrOr='{run}'>",
    "<img/src='x'/onerror={run}//",
    '<img src="x` `<script>{run}</script>"` `onerror={run}>',
    "<svg onload={run}>",
    "<svg><animate onbegin={run} attributeName=x dur=1s>",
    "<svg><set onend={run} attributeName=x to=1 dur=.1s>",
    "<body onload={run}>",
    "<body onpageshow={run}>",
    "<video><source onerror={run}></video>",
    "<audio src=x onerror={run}></audio>",
    "<details open ontoggle={run}>x</details>",
    "<input autofocus onfocus={run}>",
    "<select autofocus onfocus={run}>",
    "<a href=# autofocus tabindex=1 onfocus={run}>x</a>",
    "<marquee onstart={run}>x</marquee>",
    "<p style=animation:x onanimationstart={run}>x</p>",
    "<style>@keyframes x{{}}</style><b style=animation-name:x onanimationend={run}>x</b>",
    "<object data=x onerror={run}></object>",
    "<embed src=x onload={run}>",
    "<iframe onload={run}></iframe>",
    "<link rel=stylesheet href=x onerror={run}>",
    "<p onclick={run} onmouseover={run}>x</p>",
    "<div contenteditable autofocus onfocus={run}>x</div>",
]
ELEMENTS = [
    "<script>{run}</script>",
    "<scr<script>ipt>{run}</scr</script>ipt>",
    "<script src=data:,{run}></script>",
    "<script/x>{run}</script >",
    "<svg><script>{run}</script></svg>",
    "<svg><script href=data:,{run} /></svg>",
    "<math><mi xlink:href='javascript:{run}'>x</mi></math>",
    "<iframe srcdoc='<script>parent.__xss=1</script>'></iframe>",
    "<iframe src='javascript:parent.__xss=1'></iframe>",
    "<object data='javascript:{run}'></object>",
    "<form action='javascript:{run}'><button autofocus>x</button></form>",
    "<form><button formaction='javascript:{run}'>x</button></form>",
    "<base href='javascript:{run}//'>",
    "<meta http-equiv=refresh content='0;url=javascript:{run}'>",
    "<style>@import 'javascript:{run}';*{{background:url(javascript:{run})}}</style>",
    "<a href='javascript:{run}' ping='//x' target=_blank download>x</a>",
    "<b href='javascript:{run}' title='{run}'>x</b>",
    "<footnote id='\"><img src=x onerror={run}>'>x</footnote>",
    "<embed embedtype='media' url='javascript:{run}'>",
    '<a linktype="page" id=\'"><img src=x onerror={run}>\'>x</a>',
]
# Text that is harmless until a second parser reads what the first one wrote.
WRAPPERS = [
    "{it}",
    "<!--><!-- --!>{it}-->",
    "<![CDATA[{it}]]>",
    "<?x {it}?>",
    "<template>{it}</template>",
    "<noscript><p title='</noscript>{it}'></noscript>",
    "<textarea></textarea>{it}",
    "<title></title>{it}",
    '<svg></p><style><a title="</style>{it}">',
    "<math><mtext><table><mglyph><style><!--</style>{it}-->",
    "<form><math><mtext></form><form><mglyph><style></math>{it}",
    "<xmp></xmp>{it}",
    "<plaintext>{it}",
    "\"'>{it}",
    "</p></div></article>{it}",
    "**{it}**",
    "- {it}",
    "[{it}](https://example.org)",
]


def markup() -> list[str]:
    """Every handler and element by itself, one of each in every wrapper, and some as entities."""
    found = [text.format(run=RUN) for text in (*HANDLERS, *ELEMENTS)]
    found += [
        wrapper.format(it=text.format(run=RUN))
        for wrapper, text in product(WRAPPERS, (HANDLERS[0], ELEMENTS[0]))
    ]
    return found + [escape(text) for text in found[:6]] + [escape(escape(text)) for text in found[:3]]


RUNNING = ("javascript", "vbscript", "data", "livescript", "feed:javascript", "view-source:javascript")
SPLITS = ("\t", "\n", "\r", "&#9;", "&Tab;", "&NewLine;", "\x01", "\u200b", "\u2028", "%09")
BEFORE = (" ", "\x00", "\x0b", "\x1f", "\u00a0", "\ufeff", "&#1;", "//", "\\")


def addresses() -> list[str]:
    """Addresses that no link may have."""
    rest = f":{RUN}"
    found = [scheme + rest for scheme in RUNNING]
    found += ["JaVaScRiPt" + rest, "javascript&colon;" + RUN, "javascript&#58;" + RUN, "javascript%3A" + RUN]
    found += [f"java{split}script{rest}" for split in SPLITS]
    found += [f"javascript{split}{rest}" for split in SPLITS]
    found += [f"{before}javascript{rest}" for before in BEFORE]
    found += [
        "&#106;avascript" + rest,
        "&#x6A;avascript" + rest,
        "".join(f"&#{ord(c)};" for c in "javascript:") + RUN,
    ]
    found += [f"javascript://example.org/%0A{RUN}", f"javascript://%250A{RUN}", f"https:javascript{rest}"]
    found += ["data:text/html,<script>1</script>", "data:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd"]
    return [
        *found,
        "blob:https://example.org/x",
        "//evil.example",
        "\\\\evil.example",
        "https://[::1",
        "about:blank",
    ]
