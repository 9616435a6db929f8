/** Surprise, thought, and words that name emotions and their categories. A family without numbers has no known affect. */
export const OTHER = `
# surprise 0.15 0.75
surprise | здивування / сюрприз | sorpresa
surprised | здивований | sorprendido
to surprise | дивувати | sorprender
surprising | несподіваний | sorprendente
astonished | вражений | asombrado
astonishment | подив | asombro
amazed | приголомшений | pasmado
to amaze | вражати | asombrar
stunned | ошелешений | aturdido
speechless | онімілий | boquiabierto
unexpected | неочікуваний | inesperado
incredible | неймовірний | increíble
unbelievable | немислимий | inconcebible
suddenly | раптово | de repente
miracle | диво | milagro
wow | ого | guau
revelation | одкровення | revelación

# shock -0.45 0.8
shock | шок | conmoción
shocked | шокований | conmocionado
shocking | приголомшливий | impactante
bewildered | спантеличений | desconcertado
bewilderment | спантеличення | desconcierto
dismay | сум'яття | consternación
dazed | очманілий | atontado

# confusion -0.3 0.25
confused | розгублений / заплутаний | confundido / confuso
confusion | плутанина | confusión
puzzled | збитий з пантелику | perplejo
perplexity | розгубленість | perplejidad
disoriented | дезорієнтований | desorientado
misunderstanding | непорозуміння | malentendido
ambivalent | амбівалентний | ambivalente
conflicted | роздвоєний | dividido
chaos | хаос | caos

# interest 0.5 0.4
interest | інтерес | interés
interested | зацікавлений | interesado
interesting | цікавий | interesante
curious | допитливий | curioso
curiosity | цікавість | curiosidad
attention | увага | atención
attentive | уважний | atento
anticipation | передчуття | anticipación
expectation | очікування | expectativa
expectant | в очікуванні | expectante
intrigue | інтрига | intriga
intrigued | заінтригований | intrigado
focused | зосереджений | concentrado
concentration | зосередженість | concentración
discovery | відкриття | descubrimiento
question | питання | pregunta
motivated | вмотивований | motivado
motivation | мотивація | motivación
creative | творчий | creativo
creativity | творчість | creatividad
ambition | амбіція | ambición
ambitious | амбітний | ambicioso
adventure | пригода | aventura

# thought 0.05 -0.2
thoughtful | задумливий | pensativo
thought | думка | pensamiento
to think | думати | pensar
reflection | роздум | reflexión
contemplation | споглядання | contemplación
serious | серйозний | serio
seriousness | серйозність | seriedad
neutral | нейтральний | neutral
neutrality | нейтральність | neutralidad
impassive | незворушний | impasible
reserved | стриманий | reservado
restraint | стриманість | moderación
mysterious | таємничий | misterioso
secret | таємниця | secreto
solemn | урочистий | solemne
tolerant | терпимий | tolerante
acceptance | прийняття | aceptación
resigned | змирений | resignado
resignation | змирення | resignación
sentimental | сентиментальний | sentimental
sentimentality | сентиментальність | sentimentalismo
sensitive | чутливий | sensible
sensitivity | чутливість | sensibilidad
modest | скромний | modesto
modesty | скромність | modestia
wisdom | мудрість | sabiduría
wise | мудрий | sabio

# words
emotion | емоція | emoción
emotions | емоції | emociones
feeling | почуття | sentimiento
feelings | почуття | sentimientos
mood | настрій | estado de ánimo
state | стан | estado
soul | душа | alma
spirit | дух | espíritu
mind | розум | mente
body | тіло | cuerpo
face | обличчя | cara
eyes | очі | ojos
voice | голос | voz
category | категорія | categoría
positive emotions | позитивні емоції | emociones positivas
negative emotions | негативні емоції | emociones negativas
neutral emotions | нейтральні емоції | emociones neutras
mixed emotions | змішані емоції | emociones mixtas
complex emotions | складні емоції | emociones complejas
social emotions | соціальні емоції | emociones sociales
basic emotions | базові емоції | emociones básicas
mixed | змішаний | mixto
other | інше | otro
all | усі | todos
negative | негативний | negativo
relationship | стосунки | relación
relationships | стосунки | relaciones
family | сім'я | familia
mother | мати | madre
father | батько | padre
child | дитина | niño
work | робота | trabajo
home | дім | hogar
life | життя | vida
people | люди | gente
world | світ | mundo
nature | природа | naturaleza
music | музика | música
story | історія | historia
character | персонаж | personaje
dialogue / dialog | діалог | diálogo
scene | сцена | escena
action | дія | acción
comedy | комедія | comedia
thriller | трилер | suspense
fantasy | фентезі | fantasía
health | здоров'я | salud
night | ніч | noche
day | день | día
morning | ранок | mañana
rain | дощ | lluvia
fire | вогонь | fuego
storm | буря | tormenta
star | зірка | estrella
flower | квітка | flor
light | світло | luz
darkness | темрява | oscuridad
yes | так | sí
no | ні | no
good | добрий / хороший | bueno
bad | поганий | malo
great | чудово | genial
hello | привіт | hola
goodbye | до побачення | adiós
please | будь ласка | por favor
time | час | tiempo
moment | мить | momento
big | великий | grande
small | маленький | pequeño
old | старий | viejo
young | молодий | joven
new | новий | nuevo
`;
