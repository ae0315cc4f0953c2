"""What the demo's board says and does, in Swedish: stored data, so not translated."""

COMMENTS = {
    "uppfyllt": (
        "Arbetet har genomförts som planerat och parterna är överens om att målet är nått.",
        "Styrelsen bedömer målet som uppfyllt. Formerna är nu en del av det ordinarie arbetet.",
        "Planerade steg är tagna och följs upp i beredningsgruppen två gånger per år.",
    ),
    "delvis": (
        "Arbetet har kommit i gång men alla parter deltar ännu inte. Det fortsätter nästa år.",
        "Flera steg är tagna. Formerna för att ta vara på erfarenheterna behöver bli tydligare.",
        "Målet är nått i några av kommunerna. Övriga planeras in under våren.",
    ),
    "ej_uppfyllt": (
        "Arbetet har skjutits upp eftersom andra frågor fått gå före. Ny tidplan tas fram.",
        "Personalbyten hos parterna har gjort att arbetet inte kommit i gång som tänkt.",
    ),
}
"""By the board's verdict (*bedömning*)."""
OF_FIGURES = {
    "exits": "Resultatet följs per insats och tas upp med styrgrupperna vid varje delårsrapport.",
    "survey": "Enkäten delas ut varje höst och vid avslut. Svarsfrekvensen behöver bli högre.",
    "follow_up": "Uppföljningen sker per telefon. En del av dem som avslutat har inte nåtts.",
    "before_after": "Egna skattningar vid start och avslut, så långt deltagarna velat svara.",
    "money_tolerance": "Avvikelserna är genomgångna med insatsägarna.",
    "participants": "Antalet följs varje månad tillsammans med kön och kommun.",
    "assessment": "Revisorerna har inget att anmärka. Styrelsen bedömer målet som uppfyllt.",
    "number": "Antal besök enligt webbplatsens egen statistik.",
}
"""By measure; a comment never alters a figure."""
ACTIVITIES = (
    ("Dialogmöte med lokala samverkansgrupper, vår", (4, 28)),
    ("Gemensam behovsinventering", (6, 15)),
    ("Dialogmöte med lokala samverkansgrupper, höst", (10, 20)),
    ("Utvärdering av årets samverkan", (12, 15)),
)
"""Activities of a goal whose plan names none, with the day by which they are to be done."""
