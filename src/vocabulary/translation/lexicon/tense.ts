/** Unpleasant states with high arousal: `# family valence arousal`, then `en | uk | es` a line. */
export const TENSE = `
# anger -0.75 0.75
angry | злий / гнівний | enojado / enfadado
anger | гнів / злість | ira / enojo / enfado
to be angry | сердитися / злитися / гніватися | enojarse / enfadarse
cross | сердитий | malhumorado
annoyance | досада | fastidio
mad | лютий | rabioso
rage | лють | rabia
furious | розлючений | furioso
fury | шаленство | furia
enraged | розгніваний | airado
wrath | гнів | cólera
indignant | обурений | indignado
indignation | обурення | indignación
outrage | обурення | ultraje
outraged | розлютований | escandalizado
hostile | ворожий | hostil
hostility | ворожість | hostilidad
aggressive | агресивний | agresivo
aggression | агресія | agresión
violent | насильницький | violento
violence | насильство | violencia
enemy | ворог | enemigo
fight | бійка | pelea
to fight | битися | pelear
quarrel | сварка | riña
to quarrel | сваритися | reñir
to shout | кричати | gritar
scream | крик | grito
revenge | помста | venganza
vengeful | мстивий | vengativo
threat | погроза | amenaza
to threaten | погрожувати | amenazar
insult | образа | insulto
to insult | ображати | insultar
curse | прокляття | maldición
damn | чорт | maldito
explosive | вибуховий | explosivo
war | війна | guerra

# irritation -0.55 0.5
irritated | роздратований | irritado
irritation | роздратування | irritación
to irritate | дратувати | irritar
annoyed | невдоволений | molesto
annoying | надокучливий | fastidioso
to bother | надокучати | molestar
frustrated | фрустрований | frustrado
frustration | фрустрація | frustración
impatient | нетерплячий | impaciente
impatience | нетерпіння | impaciencia
grumpy | буркотливий | gruñón
grumble | бурчати | refunfuñar
moody | примхливий | voluble
stubborn | упертий | terco
sullen | насуплений | hosco
exasperated | знервований | exasperado
fed up | ситий по горло | harto
conflict | конфлікт | conflicto
problem | проблема | problema
noise | шум | ruido

# hatred -0.85 0.55
hatred | ненависть | odio
to hate | ненавидіти | odiar
hateful | ненависний | odioso
hated | зненавиджений | odiado
malice | злостивість | malicia
malicious | злісний | malicioso
spite | злоба | despecho
evil | зло | maldad
wicked | лихий | malvado
contempt | зневага | desprecio
contemptuous | зневажливий | despectivo
to despise | зневажати | despreciar
disdain | презирство | desdén
disdainful | презирливий | desdeñoso
mockery | глузування | burla
to mock | глузувати | burlarse
sarcasm | сарказм | sarcasmo
sarcastic | саркастичний | sarcástico
arrogant | зарозумілий | arrogante
arrogance | зарозумілість | arrogancia
scorn | погорда | menosprecio
haughty | пихатий | altivo
monster | чудовисько | monstruo

# disgust -0.7 0.35
disgust | огида | asco / repugnancia
disgusted | з огидою | asqueado
disgusting / gross | огидний / гидкий | asqueroso / repugnante
to disgust | викликати огиду | asquear
revulsion | відраза | repulsión
repulsive | відразливий | repulsivo
repelled | відштовхнутий | repelido
aversion | антипатія | aversión
nausea | нудота | náusea
nauseated | якого нудить | con náuseas
vomit | блювота | vómito
loathing | гидливість | aborrecimiento
to loathe | гребувати | aborrecer
filth | бруд | suciedad
dirty | брудний | sucio
rotten | гнилий | podrido
vile | мерзенний | vil
ugly | потворний | feo
stench | сморід | hedor
toxic | токсичний | tóxico

# fear -0.75 0.75
fear | страх | miedo / temor
to fear | боятися | temer
afraid | наляканий | asustado
fearful | боязкий | temeroso
scared / frightened | переляканий / зляканий | atemorizado
to scare | лякати | asustar
scary | страшний | espantoso
fright | переляк | susto
terror | жах | terror
terrified | нажаханий | aterrorizado / aterrado
terrifying | жахливий | aterrador
horror | страхіття | horror
horrified | приголомшений жахом | horrorizado
horrible | жахливий | horrible
panic | паніка | pánico
to panic | панікувати | entrar en pánico
dread | острах | pavor
phobia | фобія | fobia
nightmare | кошмар | pesadilla
danger | небезпека | peligro
dangerous | небезпечний | peligroso
threatened | під загрозою | amenazado
coward | боягуз | cobarde
cowardice | боягузтво | cobardía
tremble | тремтіти | temblar
trembling | тремтливий | tembloroso
paralyzed | паралізований | paralizado
alarm | тривога | alarma
alarmed | сполоханий | alarmado
ghost | привид | fantasma

# anxiety -0.55 0.6
anxiety | тривожність / тривога | ansiedad
anxious | тривожний | ansioso
worry | хвилювання | preocupación
worried | стурбований / занепокоєний | preocupado
to worry | хвилюватися | preocuparse
concern | стурбованість | inquietud
uneasy | неспокійний | intranquilo
unease | неспокій | desasosiego
restless | невгамовний | inquieto
nervous | нервовий | nervioso
nervousness | нервозність | nerviosismo
tense | напружений | tenso
tension | напруга | tensión
stress | стрес | estrés
stressed / stressed out | у стресі | estresado
stressful | стресовий | estresante
overwhelmed | перевантажений | abrumado
pressure | тиск | presión
panicky | панічний | presa del pánico
agitated | схвильований | agitado
agitation | збудження | agitación
suspense | напружене очікування | suspenso
apprehension | побоювання | aprensión
hesitant | нерішучий | indeciso
hesitation | вагання | vacilación
to doubt | сумніватися | dudar
doubt | сумнів | duda
uncertain | непевний | incierto
uncertainty | непевність | incertidumbre
vulnerable | вразливий | vulnerable
haste | поспіх | prisa

# jealousy -0.55 0.5
jealous | ревнивий | celoso
jealousy | ревнощі | celos
envy | заздрість | envidia
envious | заздрісний | envidioso
to envy | заздрити | envidiar
rivalry | суперництво | rivalidad
rival | суперник | rival
greed | жадібність | codicia
greedy | жадібний | codicioso
selfish | егоїстичний | egoísta
selfishness | егоїзм | egoísmo
possessive | власницький | posesivo
distrust | недовіра | desconfianza
distrustful | недовірливий | desconfiado
suspicion | підозра | sospecha
suspicious | підозріливий | suspicaz
`;
