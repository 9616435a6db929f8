/** Unpleasant states with little arousal or much: `# family valence arousal`, then `en | uk | es` a line. */
export const UNPLEASANT = `
# sadness -0.75 -0.4
sad | сумний | triste
sadness | сум | tristeza
to be sad | сумувати | entristecerse
sorrow | смуток / печаль | pesar
sorrowful | скорботний / печальний | pesaroso
unhappy | нещасливий | infeliz
unhappiness | нещастя | infelicidad
miserable | нещасний | desdichado
grief | горе | pena
to grieve | горювати | afligirse
grieving | зажурений | afligido
mourning | жалоба / скорбота | luto
to mourn | оплакувати | llorar la pérdida
tear | сльоза | lágrima
tearful | заплаканий | lloroso
to cry | плакати | llorar
crying | плач | llanto
weep | ридати | sollozar
sob | ридання | sollozo
gloomy | похмурий | sombrío
gloom | морок | lobreguez
melancholy | меланхолія | melancolía
melancholic | меланхолійний | melancólico
blue | засмучений | apenado
upset | засмучений | disgustado
to upset | засмучувати | disgustar
dejected | зневірений / понурий | abatido
dejection | пригніченість | abatimiento
heartbroken | з розбитим серцем | desconsolado
heartbreak | розбите серце | desamor
depressed | пригнічений / депресивний | deprimido
depression | депресія | depresión
downcast | похнюплений | cabizbajo
bitterness | гіркота | amargura
bitter | гіркий | amargo
anguish | душевний біль | angustia
lament | голосіння | lamento
loss | втрата | pérdida
death | смерть | muerte
drama | драма | drama
tragic | трагічний | trágico
tragedy | трагедія | tragedia

# loneliness -0.6 -0.4
lonely | самотній | solitario
loneliness | самотність / самота | soledad
alone | сам | solo
abandoned | покинутий | abandonado
abandonment | покинутість | abandono
rejected | відкинутий | rechazado
rejection | відторгнення | rechazo
isolated | ізольований | aislado
isolation | ізоляція | aislamiento
empty | порожній | vacío
emptiness | порожнеча | vacuidad
farewell | прощання | despedida
separation | розлука | separación
unloved | нелюбий | no querido
forgotten | забутий | olvidado
stranger | незнайомець | desconocido
homeless | безпритульний | sin hogar

# longing -0.3 -0.05
longing | туга / тужіння | añoranza
to miss | сумувати за | extrañar
nostalgia | ностальгія | nostalgia
nostalgic | ностальгійний | nostálgico
homesick | який сумує за домівкою | con morriña
to yearn | тужити | añorar
wistful | задумливо-сумний | melancólico
memory | спогад | recuerdo
regret | жаль | pesar
to regret | жалкувати | lamentar
remorse | каяття | remordimiento
repentant | розкаяний | arrepentido
sorry | вибач | perdón
apology | вибачення | disculpa
pity | жалість | lástima

# despair -0.85 0.1
despair | відчай / розпач | desesperación
desperate | відчайдушний | desesperado
hopeless | безнадійний | desesperanzado
hopelessness | безнадія | desesperanza
helpless | безпорадний | indefenso
helplessness | безпорадність | indefensión
powerless | безсилий | impotente
powerlessness | безсилля | impotencia
defeated | переможений | derrotado
defeat | поразка | derrota
failure | невдача | fracaso
to fail | зазнати невдачі | fracasar
lost | загублений | perdido
ruined | знищений | arruinado
devastated | спустошений | devastado
crushed | розчавлений | destrozado
hell | пекло | infierno
catastrophe | катастрофа | catástrofe
pessimism | песимізм | pesimismo
pessimistic | песимістичний | pesimista
doomed | приречений | condenado

# disappointment -0.55 -0.15
disappointed | розчарований | decepcionado
disappointment | розчарування | decepción
to disappoint | розчаровувати | decepcionar
disillusioned | зневірений | desilusionado
disillusion | зневіра | desilusión
discouraged | знеохочений | desanimado
discouragement | знеохочення | desánimo
dissatisfied | незадоволений | insatisfecho
dissatisfaction | невдоволення | insatisfacción
displeased | невдоволений | descontento
let down | ошуканий | defraudado
betrayed | зраджений | traicionado
betrayal | зрада | traición
to betray | зраджувати | traicionar
deceived | обманутий | engañado
deceit | обман | engaño
lie | брехня | mentira
grudge | затаєна образа | rencor
hurt | скривджений | herido
offended | ображений | ofendido
offense / offence | образа | ofensa
resentment | образа | resentimiento
resentful | злопам'ятний | resentido
injustice | несправедливість | injusticia

# suffering -0.8 0.3
pain | біль | dolor
painful | болісний | doloroso
suffering | страждання | sufrimiento
to suffer | страждати | sufrir
torment | мука | tormento
tormented | змучений | atormentado
agony | агонія | agonía
wounded | поранений | lastimado
wound | рана | herida
sick | хворий | enfermo
illness | хвороба | enfermedad
trauma | травма | trauma
traumatized | травмований | traumatizado
misery | злидні | miseria
burden | тягар | carga
victim | жертва | víctima
cruel | жорстокий | cruel
cruelty | жорстокість | crueldad

# shame -0.6 0.2
shame | сором | vergüenza
ashamed | присоромлений | avergonzado
to be ashamed | соромитися | avergonzarse
shameful | ганебний | vergonzoso
guilt | провина | culpa
guilty | винний | culpable
embarrassed | збентежений / зніяковілий | avergonzado / abochornado
embarrassment | збентеження | bochorno
humiliated | принижений | humillado
humiliation | приниження | humillación
disgrace | ганьба | deshonra
dishonor / dishonour | безчестя | deshonor
awkward | ніяковий | incómodo
awkwardness | ніяковість | incomodidad
shy | сором'язливий | tímido
shyness | сором'язливість | timidez
blush | рум'янець | rubor
to blush | червоніти | sonrojarse
inferior | неповноцінний | inferior
worthless | нікчемний | inútil
insecure | невпевнений | inseguro
insecurity | невпевненість | inseguridad
ridiculous | сміховинний | ridículo

# boredom -0.4 -0.6
bored | знуджений | aburrido
boredom | нудьга | aburrimiento
boring | нудний | tedioso
to be bored | нудьгувати | aburrirse
monotonous | одноманітний | monótono
apathy | апатія | apatía
apathetic | апатичний | apático
indifferent | байдужий | indiferente
indifference | байдужість | indiferencia
numb | заціпенілий | entumecido
dull | тьмяний | soso
lazy | лінивий | perezoso
laziness | лінощі | pereza
unmotivated | невмотивований | desmotivado
cold | холодний | frío
coldness | холодність | frialdad
detached | відсторонений | distante

# tiredness -0.35 -0.75
tired / worn out | втомлений / стомлений | cansado
tiredness | втома | cansancio
to get tired | втомитися | cansarse
exhausted | виснажений | agotado
exhaustion | виснаження | agotamiento
fatigue | перевтома | fatiga
fatigued | знеможений | fatigado
sleepy | сонний | somnoliento
sleepiness | сонливість | somnolencia
sleep | сон | sueño
to sleep | спати | dormir
weary | зморений | hastiado
weak | слабкий | débil
weakness | слабкість | debilidad
burned out | вигорілий | quemado
burnout | вигорання | desgaste
drained | знесилений | exhausto
yawn | позіхати | bostezar
lethargic | млявий | letárgico
sluggish | повільний | lento
`;
