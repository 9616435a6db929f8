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
lucky | щасливчик | afortunado

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
well-being | добробут | bienestar
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

# love 0.9 0.4
love | кохання / любов | amor
to love | кохати / любити | amar / querer
loved | коханий | amado
beloved | улюблений | querido
in love | закоханий | enamorado
to fall in love | закохатися | enamorarse
affection | прихильність | cariño
affectionate | ласкавий | cariñoso
fondness | симпатія | aprecio
adore | обожнювати | adorar
adoration | обожнювання | adoración
tender | ніжний | tierno
tenderness | ніжність | ternura
caress | пестощі | caricia
kiss | поцілунок | beso
to kiss | цілувати | besar
hug | обійми | abrazo
to hug | обіймати | abrazar
romantic | романтичний | romántico
romance | романтика | romance
heart | серце | corazón
darling | любий | cariño
sweetheart | серденько | cielito
intimacy | близькість | intimidad
devotion | відданість | devoción
devoted | відданий | devoto
attachment | прив'язаність | apego
cherish | плекати | atesorar
flirt | фліртувати | coquetear
charm | чарівність | encanto
charming | чарівний | encantador
attractive | привабливий | atractivo

# desire 0.5 0.65
desire | бажання | deseo
to desire | бажати | desear
longed-for | жаданий | anhelado
lust | хіть | lujuria
seductive | спокусливий | seductor
temptation | спокуса | tentación
craving | жага | antojo
to want | хотіти | querer
dream | мрія | sueño
to dream | мріяти | soñar
dreamy | мрійливий | soñador
wish | побажання | anhelo
attraction | потяг | atracción

# kindness 0.75 -0.1
kind | доброзичливий / добрий | bondadoso / amable
kindness | доброта | bondad
gentle | лагідний | dulce
gentleness | лагідність | dulzura
friendly | дружній / приязний | amistoso
friendliness | приязність | cordialidad
friend | друг | amigo
friendship | дружба | amistad
warm | теплий | cálido
warmth | тепло | calidez
caring | турботливий | atento
care | турбота | cuidado
generous | щедрий | generoso
generosity | щедрість | generosidad
help | допомога | ayuda
to help | допомагати | ayudar
support | підтримка | apoyo
to support | підтримувати | apoyar
compassion | співчуття | compasión
compassionate | співчутливий | compasivo
empathy | емпатія | empatía
empathetic | емпатійний | empático
sympathy | співпереживання | solidaridad
mercy | милосердя | misericordia
merciful | милосердний | misericordioso
forgiveness | прощення | perdón
to forgive | пробачати | perdonar
understanding | розуміння | comprensión
sincere | щирий | sincero
sincerity | щирість | sinceridad
polite | ввічливий | cortés
honest | чесний | honesto
loyal | вірний | leal
loyalty | вірність | lealtad

# gratitude 0.8 0.05
gratitude | вдячність / подяка | gratitud
grateful | вдячний | agradecido
thankful | подячний | agradecido
thanks | дякую | gracias
to thank | дякувати | agradecer
appreciation | визнання | reconocimiento
to appreciate | цінувати | valorar
blessed | благословенний | bendecido
blessing | благословення | bendición
touched | зворушений | conmovido
touching | зворушливий | conmovedor
moved | розчулений | enternecido

# hope 0.65 0.25
hope | надія | esperanza
hopeful | сповнений надії | esperanzado
to hope | сподіватися | esperar
optimism | оптимізм | optimismo
optimistic | оптимістичний | optimista
optimist | оптиміст | optimista
faith | віра | fe
to believe | вірити | creer
confidence | упевненість | confianza
confident | упевнений | confiado
encouraged | підбадьорений | alentado
encouragement | підбадьорення | aliento
to encourage | підбадьорювати | alentar
promise | обіцянка | promesa
future | майбутнє | futuro
trust | довіра | confianza
to trust | довіряти | confiar
trusting | довірливий | confiado

# pride 0.7 0.4
pride | гордість | orgullo
proud | гордий | orgulloso
dignity | гідність | dignidad
dignified | гідний | digno
success | успіх | éxito
successful | успішний | exitoso
achievement | досягнення | logro
respect | повага | respeto
to respect | поважати | respetar
honor / honour | честь | honor
worthy | достойний | merecedor
praise | похвала | elogio
self-esteem | самоповага | autoestima
strong | сильний | fuerte
strength | сила | fuerza
courage | мужність | valentía
courageous | мужній | valeroso
brave | хоробрий / відважний | valiente
bravery | хоробрість | bravura
bold | сміливий | audaz
boldness | сміливість | audacia
determined | рішучий | decidido
determination | рішучість | determinación
independent | незалежний | independiente

# admiration 0.7 0.35
admiration | захоплення | admiración
to admire | захоплюватися | admirar
admiring | захоплений | admirado
awe | благоговіння | sobrecogimiento
reverence | шанобливість | veneración
wonder | подив | maravilla
amazing | дивовижний | asombroso
beautiful | гарний / красивий / вродливий | hermoso / bello / bonito
beauty | краса | belleza
magnificent | величний | magnífico
fascinated | зачарований | fascinado
fascination | зачарування | fascinación
enchanted | заворожений | hechizado
gorgeous | прекрасний | precioso
excellent | відмінний | excelente
ideal | ідеал | ideal
hero | герой | héroe
`;
