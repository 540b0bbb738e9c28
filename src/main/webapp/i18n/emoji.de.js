/** What emoji are found by in German. */
export const WORDS = `
😀 grinsen fröhlich lachen
😃 fröhlich lachen
😄 lachen freude
😁 grinsen strahlen
😆 lachen haha
😅 schwitzen erleichtert puh
🤣 kugeln totlachen lachen
😂 freudentränen lachen tränen
🙂 lächeln
🙃 kopfüber ironie
😉 zwinkern
😊 lächeln verlegen erröten
😇 engel unschuldig heiligenschein
🥰 verliebt liebe herzen
😍 verliebt herzaugen liebe
🤩 begeistert wow sterne
😘 kuss küssen
😋 lecker
😛 zunge
😜 zunge zwinkern scherz
🤪 verrückt albern
🤗 umarmen umarmung
🤭 kichern ups
🤫 psst leise geheim
🤔 nachdenken hmm überlegen
🤨 skeptisch zweifel
😐 neutral
😑 ausdruckslos
😶 sprachlos stumm
😏 süffisant grinsen
😒 genervt unzufrieden
🙄 augenrollen
😬 grimasse peinlich
😌 erleichtert ruhig
😔 nachdenklich traurig
😴 schlafen müde
🥱 gähnen müde
😷 maske krank
🤒 fieber krank
🤕 verletzt kopfverband
🤢 übel schlecht
🤧 niesen erkältet gesundheit
🥵 heiß hitze
🥶 kalt frieren
😵 schwindelig benommen
🤯 umwerfend explodieren
🥳 feiern party
😎 cool sonnenbrille
🤓 streber nerd
😕 verwirrt
😟 besorgt sorge
🙁 traurig
😮 überrascht oh
😲 erstaunt
😳 rot verlegen
🥺 bitte flehen
😢 weinen traurig
😭 heulen weinen
😱 schrei entsetzt angst
😤 schnauben stolz
😡 wütend zornig
😠 verärgert böse
🤬 fluchen schimpfen
😈 teufel
💀 totenkopf tot
💩 haufen kacke
🤡 clown
👻 geist gespenst
👽 außerirdischer
🤖 roboter
😺 katze
🙈 affe nichts_sehen
🙉 affe nichts_hören
🙊 affe nichts_sagen
👍 daumen gut ja einverstanden
👎 daumen schlecht nein
👌 okay perfekt
✌️ sieg frieden
🤞 glück daumen_drücken
🤝 handschlag abgemacht
👏 klatschen applaus bravo
🙌 hurra hände
🙏 danke bitte beten
👋 winken hallo tschüss
✋ hand halt
🤙 anrufen
👉 rechts zeigen
👈 links zeigen
👆 oben zeigen
👇 unten zeigen
💪 stark muskeln kraft
🫶 herzhände liebe
🤷 achselzucken keine_ahnung
🤦 stirnklatschen
🙋 melden ich
🙇 verbeugen verzeihung
💃 tanzen
🏃 laufen rennen
👀 augen schauen
🧠 gehirn
👶 baby
👩‍💻 entwicklerin programmiererin
👨‍💻 entwickler programmierer
❤️ herz liebe rot
🧡 herz orange
💛 herz gelb
💚 herz grün
💙 herz blau
💜 herz lila
🖤 herz schwarz
🤍 herz weiß
💔 gebrochen herz
💕 herzen liebe
💯 hundert volle_punktzahl
💥 knall explosion
💤 schlafen schnarchen
💬 sprechblase sagen
💦 schweiß tropfen
✨ glitzern funkeln
⭐ stern
🌟 stern leuchten
🔥 feuer heiß
🎉 feiern party glückwunsch
🎊 konfetti feiern
🐶 hund
🐱 katze
🐭 maus
🐰 hase kaninchen
🦊 fuchs
🐻 bär
🐼 panda
🐯 tiger
🦁 löwe
🐮 kuh
🐷 schwein
🐸 frosch
🐵 affe
🐔 huhn
🐧 pinguin
🐦 vogel
🦉 eule
🐴 pferd
🦄 einhorn
🐝 biene
🐛 raupe wurm
🦋 schmetterling
🐢 schildkröte
🐍 schlange
🐉 drache
🐙 krake
🐬 delfin
🐳 wal
🐟 fisch
🌸 kirschblüte blume
🌹 rose
🌻 sonnenblume
🌲 baum tanne
🍀 klee glück
🍁 ahorn herbst blatt
🌍 erde welt
🌙 mond
☀️ sonne
⛅ wolkig
☁️ wolke
🌧️ regen
⛈️ gewitter
❄️ schnee schneeflocke winter
⛄ schneemann
🌈 regenbogen
🌊 welle meer
⚡ blitz strom
🍎 apfel
🍊 mandarine orange
🍋 zitrone
🍌 banane
🍉 wassermelone
🍇 trauben
🍓 erdbeere
🍑 pfirsich
🍅 tomate
🥑 avocado
🌶️ chili scharf
🌽 mais
🍞 brot
🧀 käse
🥚 ei
🍔 burger
🍟 pommes
🍕 pizza
🌭 würstchen
🌮 taco
🥗 salat
🍜 nudelsuppe
🍝 nudeln spaghetti
🍚 reis
🍣 sushi
🥟 teigtasche
🥡 mitnehmen
🥢 essstäbchen
🍦 eis
🍰 kuchen torte
🎂 geburtstag torte
🍪 keks
🍫 schokolade
🍿 popcorn kino
☕ kaffee
🍵 tee
🧋 bubble_tea
🥛 milch
🍺 bier
🍻 bier prost
🍷 wein
🥂 anstoßen prost sekt
🍾 sekt champagner
⚽ fußball
🏀 basketball
🏓 tischtennis
🏸 federball
🎾 tennis
🏆 pokal sieg
🥇 erster gold medaille
🎯 treffer ziel
🎮 spiel konsole
🎲 würfel
🧩 puzzle
🎨 kunst malen
🎵 musik note
🎸 gitarre
🎤 mikrofon singen
🎧 kopfhörer
🎬 film klappe
📚 bücher lesen
✈️ flugzeug reise
🚀 rakete los
🚗 auto
🚌 bus
🚲 fahrrad rad
🚆 zug bahn
🏠 haus zuhause
🏢 büro arbeit
🏫 schule
🏝️ insel urlaub
⛰️ berg
🗽 freiheitsstatue
🧧 umschlag
🏮 laterne
🎁 geschenk
🎈 luftballon
🎄 weihnachten baum
🎃 kürbis
💻 rechner laptop
📱 handy telefon
⌨️ tastatur
📷 kamera foto
📺 fernseher
💡 idee licht lampe
🔋 batterie akku
🔧 schraubenschlüssel reparieren
🔨 hammer
⚙️ zahnrad einstellungen
🔒 schloss gesperrt sicher
🔑 schlüssel
📎 büroklammer anhang
📌 reißzwecke anheften
📝 notiz aufschreiben
✏️ stift bleistift
📅 kalender termin
📈 steigend wachstum
📉 fallend
📊 diagramm statistik
📧 mail nachricht
📦 paket
💰 geld
💳 kreditkarte
⏰ wecker
⌛ sanduhr warten
🔍 lupe suchen
🔔 glocke erinnern
📢 lautsprecher ansage
🚩 fahne
🗑️ papierkorb löschen
💣 bombe
💊 pille medizin
🧪 reagenzglas test
✅ haken erledigt fertig
☑️ angekreuzt
✔️ haken richtig
❌ falsch nein
❓ frage
❗ ausrufezeichen wichtig
⚠️ warnung achtung
🚫 verboten
🛑 stopp halt
♻️ wiederverwerten
➕ plus
➖ minus
🔁 wiederholen
🆗 okay
🆕 neu
🆒 cool
🔴 rot kreis
🟡 gelb kreis
🟢 grün kreis
🔵 blau kreis
⬆️ oben pfeil
⬇️ unten pfeil
➡️ rechts pfeil
⬅️ links pfeil
🇨🇳 china
🇩🇪 deutschland
🇬🇧 großbritannien
🇺🇸 usa amerika
🇪🇺 europa eu
`;
