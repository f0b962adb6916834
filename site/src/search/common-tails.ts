/** Words that end many compounds, for sites on which they never stand alone. */
export const commonTails: ReadonlySet<string> = new Set(
  'ansvar arbete avdelning avgift avtal bädd behov besök bidrag bolag bruk chef dagar energi export expert fabrik fond forskning form forum förening företag förslag frågor gränd grupp handel hantering hjälp hälsa idé industri information initiativ innovation kedja kluster kompetens konferens kontakt kontor kostnad kunskap kurs ledare ledning leverantör lista lokal lösning marknad maskin material mässa miljö modell möte nämnd näring nätverk nummer nytta område ordning organisation part plan plats policy produkt program projekt protokoll process rapport register region ring råvara samarbete satsning sektor skog skola spår språk stad statistik stiftelse stöd strategi studie styrelse support system teknik tekniker tjänst transport träff utbildning utskott utveckling vård vatten verkstad verksamhet verktyg villkor vinst värde världen värme växt ägare ämne'.split(
    ' ',
  ),
)
