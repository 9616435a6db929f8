/** Pleasant states between people and towards what is good: `# family valence arousal`, then `en | uk | es` a line. */
export const WARM = `
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
sympathy | співпереживання | compasión
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
grateful / thankful | вдячний | agradecido
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
confident | упевнений | seguro de sí mismo
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
admiring | захоплений | lleno de admiración
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
