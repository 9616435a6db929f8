/** Pleasant states: `# family valence arousal`, then `en | uk | es` a line. */
export const PLEASANT = `
# happiness 0.9 0.45
happy | щасливий | feliz
happiness | щастя | felicidad
joy | радість | alegría / gozo
joyful / joyous | радісний | alegre
rejoice | радіти | alegrarse
glad | радий | contento
cheerful | життєрадісний | jovial
cheerfulness | життєрадісність | jovialidad
merry | веселий | alegre
fun | веселощі / розвага | diversión
delight | утіха | deleite
delighted | втішений | encantado
pleasure | насолода | placer
pleased | задоволений | complacido
laugh | сміятися | reír
laughter | сміх | risa
smile | усмішка / посмішка | sonrisa
to smile | усміхатися / посміхатися | sonreír
bliss | блаженство | dicha
blissful | блаженний | dichoso
wonderful | чудовий | maravilloso
festive | святковий | festivo
celebrate | святкувати | celebrar
celebration | свято | celebración
birthday | день народження | cumpleaños
good mood | гарний настрій | buen humor
positive | позитивний | positivo
luck | удача | suerte
lucky | везучий | afortunado

# amusement 0.75 0.5
funny | смішний | gracioso
amused | потішений | divertido
amusement | потіха | entretenimiento
joke | жарт | broma
to joke | жартувати | bromear
humor / humour | гумор | humor
playful | грайливий | juguetón
mischievous | пустотливий | travieso
witty | дотепний | ingenioso
giggle | хихикати | reírse
hilarious | дуже смішний | desternillante
carefree | безжурний | despreocupado
dance | танцювати | bailar
party | вечірка | fiesta
comic | кумедний | cómico
silly | дурненький | bobo

# elation 0.85 0.85
ecstasy | екстаз | éxtasis
ecstatic | екстатичний | extático
euphoria | ейфорія | euforia
euphoric | ейфорійний | eufórico
elation | піднесення | júbilo
elated | піднесений | exultante
rapture | упоєння | embeleso
excitement | захват / збудження | emoción
excited | у захваті / збуджений | emocionado
thrill | трепет | estremecimiento
passion | пристрасть | pasión
passionate | пристрасний | apasionado
ardent | палкий | ardiente
fervor | запал | fervor
triumph | тріумф | triunfo
triumphant | тріумфальний | triunfante
victory | перемога | victoria
to win | перемагати | ganar
inspired | натхненний | inspirado
inspiration | натхнення | inspiración
to inspire | надихати | inspirar
enthusiasm | ентузіазм | entusiasmo
enthusiastic | сповнений ентузіазму / завзятий | entusiasta
eager | охочий | deseoso
zest | завзяття | brío
radiant | осяйний | radiante
energetic | енергійний | enérgico
energy | енергія | energía
lively | жвавий | animado
vigorous | бадьорий | vigoroso
bravo | браво | bravo
hurray | ура | hurra

# contentment 0.7 -0.35
content | вдоволений | satisfecho
contentment | вдоволення | satisfacción
satisfied | задоволений | satisfecho
satisfaction | задоволення | satisfacción
comfort | затишок | comodidad
comfortable | зручний | cómodo
cosy / cozy | затишний | acogedor
well-being | благополуччя | bienestar
harmony | гармонія | armonía
harmonious | гармонійний | armonioso
fulfilled | реалізований | realizado
fulfilment | самореалізація | realización
balanced | врівноважений | equilibrado
balance | рівновага | equilibrio
pleasant | приємний | agradable
enjoy | насолоджуватися | disfrutar
nice | милий | simpático

# calm 0.6 -0.7
calm | спокійний | tranquilo / calmado
calmness | спокій | calma
to calm down | заспокоїтися | calmarse
peace | мир | paz
peaceful | мирний | pacífico
serene | безтурботний | sereno
serenity | безтурботність | serenidad
relaxed | розслаблений | relajado
relaxation | розслаблення | relajación
to relax | розслабитися | relajarse
tranquility | умиротворення | tranquilidad
quiet | тихий | silencioso
silence | тиша | silencio
rest | відпочинок | descanso
to rest | відпочивати | descansar
rested | відпочилий | descansado
soothing | заспокійливий | calmante
still | нерухомий | quieto
meditation | медитація | meditación
mindful | усвідомлений | consciente
patience | терпіння | paciencia
patient | терплячий | paciente

# relief 0.65 -0.3
relief | полегшення | alivio
relieved | з полегшенням | aliviado
to relieve | полегшувати | aliviar
safe | безпечний | seguro
safety | безпека | seguridad
secure | захищений | protegido
reassured | заспокоєний | tranquilizado
at last | нарешті | por fin
freedom | свобода | libertad
free | вільний | libre
sigh of relief | зітхання полегшення | suspiro de alivio
healed | зцілений | curado
saved | врятований | salvado
`;
