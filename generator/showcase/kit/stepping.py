"""A film in a PowerPoint file that the next step of a clicker begins, as PowerPoint writes it: 按单击顺序."""

from __future__ import annotations

from typing import Any

_SEQUENCE = """<p:seq
xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" concurrent="1" nextAc="seek">
<p:cTn id="3" dur="indefinite" nodeType="mainSeq"><p:childTnLst>
<p:par><p:cTn id="4" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst>
<p:par><p:cTn id="5" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>
<p:par><p:cTn id="6" presetID="1" presetClass="mediacall" presetSubtype="0" fill="hold"
nodeType="clickEffect">
<p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>
<p:cmd type="call" cmd="playFrom(0.0)"><p:cBhvr><p:cTn id="7" dur="{duration_ms}" fill="hold"/>
<p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl></p:cBhvr></p:cmd>
</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn>
<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>
<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>
</p:seq>"""
"""ECMA-376 part 1, 19.5. The library gives 1 to the root and 2 to the film."""


def begin_by_step(sheet: Any, shape: int, duration_s: float) -> None:  # noqa: ANN401 - the library has no types
    """Let the next step begin the film that is the shape with this number; a click on it still does too."""
    from pptx.oxml import parse_xml  # noqa: PLC0415 - heavy; only kits need it
    from pptx.oxml.ns import qn  # noqa: PLC0415 - as above

    xml = _SEQUENCE.format(duration_ms=round(duration_s * 1000), shape=shape).replace("\n", " ")
    film = next(sheet._element.iter(qn("p:video")))
    film.addprevious(parse_xml(xml))
