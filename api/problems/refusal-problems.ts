/** Every refusal of core and application, once: its status and its words. */
import type { ApplicationRefusalCode } from '../../application/application.ts';
import { learnerProblems } from './learner-problems.ts';
import type { ProblemEntry } from './problem-entry.ts';

export const refusalProblems: Readonly<Record<ApplicationRefusalCode, ProblemEntry>> = {
  ...learnerProblems,
  factInvalid: {
    status: 422,
    title: { lv: 'Ieraksta lauks nav pareizs', en: 'A field of the record is not right' },
    detail: {
      lv: 'Norādītajā laukā trūkst vērtības vai tā neatbilst ieraksta veidam. Kādi lauki katram veidam vajadzīgi, rakstīts lapā /api/docs.',
      en: 'The field named is missing or does not fit the type of the record. The page /api/docs says which fields each type has.',
    },
  },
  factInFuture: {
    status: 422,
    title: { lv: 'Notikums ir nākotnē', en: 'The event lies in the future' },
    detail: {
      lv: 'Ierakstīt var tikai to, kas jau ir noticis. Pārbaudiet datumu un laiku.',
      en: 'Only what has already happened can be recorded. Check the date and the time.',
    },
  },
  factUnknown: {
    status: 422,
    title: { lv: 'Ieraksts nav atrasts', en: 'Record not found' },
    detail: {
      lv: 'Šajā lietā nav ieraksta ar norādīto identifikatoru. Izvēlieties ierakstu no šīs lietas saraksta.',
      en: 'This dossier has no record with the id given. Choose one from the list of this dossier.',
    },
  },
  factAlreadyWithdrawn: {
    status: 409,
    title: { lv: 'Ieraksts jau ir atsaukts', en: 'The record is already withdrawn' },
    detail: {
      lv: 'Šis ieraksts ir atsaukts jau agrāk. Nekas vairs nav jādara.',
      en: 'This record was withdrawn earlier. Nothing more needs to be done.',
    },
  },
  factNotYours: {
    status: 403,
    title: { lv: 'Ierakstu veikusi cita iestāde', en: 'Another institution made this record' },
    detail: {
      lv: 'Ierakstu var atsaukt tikai iestāde, kas to veica. Ja tam nepiekrītat, pievienojiet savu ierakstu.',
      en: 'Only the institution that made a record can withdraw it. If you disagree, add a record of your own.',
    },
  },
  dossierClosed: {
    status: 409,
    title: { lv: 'Lieta ir slēgta', en: 'The dossier is closed' },
    detail: {
      lv: 'Slēgtai lietai šādu ierakstu nevar pievienot. Vispirms atveriet lietu no jauna. Aizdomas par briesmām bērnam var ierakstīt vienmēr.',
      en: 'A closed dossier takes no such record. Reopen the dossier first. A suspected danger to a child can always be recorded.',
    },
  },
  dossierOpen: {
    status: 409,
    title: { lv: 'Lieta jau ir atvērta', en: 'The dossier is already open' },
    detail: {
      lv: 'Atvērt no jauna var tikai slēgtu lietu. Turpiniet darbu šajā lietā.',
      en: 'Only a closed dossier can be reopened. Go on working in this one.',
    },
  },
  dangerOpen: {
    status: 409,
    title: { lv: 'Nav pabeigts pienākums briesmu dēļ', en: 'A duty about danger is still open' },
    detail: {
      lv: 'Lietu nevar slēgt, kamēr nav izpildīts pienākums, kas saistīts ar briesmām bērnam. Vispirms ierakstiet, kam, kad un kā ziņots.',
      en: 'The dossier cannot be closed while a duty about danger to a child is open. First record who was told, when and how.',
    },
  },
  dutyUnknown: {
    status: 422,
    title: { lv: 'Pienākums nav atrasts', en: 'Duty not found' },
    detail: {
      lv: 'Šajā lietā nav pienākuma ar norādīto atslēgu. Izvēlieties pienākumu no šīs lietas saraksta.',
      en: 'This dossier has no duty with the key given. Choose one from the list of this dossier.',
    },
  },
  dutySettled: {
    status: 409,
    title: { lv: 'Pienākums jau ir noslēgts', en: 'The duty is already settled' },
    detail: {
      lv: 'Noslēgtu pienākumu nevar ne atlikt, ne atcelt. Ja tas noslēgts kļūdas dēļ, vispirms atveriet to no jauna.',
      en: 'A settled duty can be neither postponed nor waived. If it was settled by mistake, reopen it first.',
    },
  },
  dutyNotTakenOver: {
    status: 409,
    title: { lv: 'Termiņš nav pārņemts', en: 'The duty was not taken over' },
    detail: {
      lv: 'Tā kārto tikai termiņus no laika pirms darba sākuma, kam vēl nav ierakstīts jauns datums. Šo izpildiet, pagariniet vai atceliet parastajā kārtībā.',
      en: 'This is for duties from before the start that nobody has dated yet. Fulfil, postpone or waive this one the usual way.',
    },
  },
  dutyNotSettled: {
    status: 409,
    title: { lv: 'Pienākums vēl nav noslēgts', en: 'The duty is not settled yet' },
    detail: {
      lv: 'Atvērt no jauna var tikai noslēgtu pienākumu. Šis vēl ir atvērts.',
      en: 'Only a settled duty can be reopened. This one is still open.',
    },
  },
  dangerNotPostponable: {
    status: 422,
    title: { lv: 'Šo pienākumu nevar atlikt', en: 'This duty cannot be postponed' },
    detail: {
      lv: 'Pienākumu, kas saistīts ar briesmām bērnam, nevar atlikt. Izpildiet to tagad; ja briesmas ir tūlītējas, zvaniet 110.',
      en: 'A duty about danger to a child cannot be postponed. Do it now; if the danger is immediate, call 110.',
    },
  },
  dangerNotWaivable: {
    status: 422,
    title: { lv: 'Šo pienākumu nevar atcelt', en: 'This duty cannot be waived' },
    detail: {
      lv: 'Pienākumu, kas saistīts ar briesmām bērnam, nevar atcelt. Ierakstiet, kam, kad un kā ziņots.',
      en: 'A duty about danger to a child cannot be waived. Record who was told, when and how.',
    },
  },
  ceilingNotPostponable: {
    status: 422,
    title: { lv: 'Šo termiņu nevar atlikt', en: 'This term cannot be postponed' },
    detail: {
      lv: 'Tā ir pēdējā diena, ko pieļauj avots; kuru, rāda “Kāpēc?”. Paliek spēkā līdzšinējais termiņš.',
      en: 'It is the last day that the source allows; “Why?” tells which source. The present due day stands.',
    },
  },
  postponedTooFar: {
    status: 422,
    title: { lv: 'Jaunais termiņš ir pārāk vēls', en: 'The new due day is too late' },
    detail: {
      lv: 'Norādītā diena ir vēlāk, nekā drīkst atlikt. Norādiet agrāku dienu.',
      en: 'The day given is later than a postponement may reach. Give an earlier day.',
    },
    more: {
      lv: 'Vēlākā iespējamā diena ir {latest}',
      en: 'The latest possible day is {latest}.',
    },
  },
  newDueInPast: {
    status: 422,
    title: { lv: 'Jaunais termiņš jau ir pagājis', en: 'The new due day is past' },
    detail: {
      lv: 'Termiņu var atlikt tikai uz šodienu vai vēlāku dienu. Norādiet citu dienu.',
      en: 'A duty can be postponed to today or a later day only. Give another day.',
    },
  },
  referralUnknown: {
    status: 422,
    title: { lv: 'Nodošana nav atrasta', en: 'Referral not found' },
    detail: {
      lv: 'Šajā lietā nav nodošanas ar norādīto identifikatoru. Vispirms ierakstiet, ka tā nosūtīta.',
      en: 'This dossier has no referral with the id given. First record that it was sent.',
    },
  },
  referralAlreadyOpen: {
    status: 409,
    title: { lv: 'Šim saņēmējam jau ir nosūtīts', en: 'Already sent to this receiver' },
    detail: {
      lv: 'Nodošana ar šo identifikatoru vai tāda pati šim saņēmējam jau ir nosūtīta un gaida apstiprinājumu. Papildiniet to vai sagaidiet atbildi; ja bērnam draud briesmas, atzīmējiet jauno kā steidzamu.',
      en: 'A referral with this id, or the same one to this receiver, is already sent and waits for acknowledgement. Supplement it or wait for the answer; if the child is in danger, mark the new one as acute.',
    },
  },
  referralAlreadyReceived: {
    status: 409,
    title: { lv: 'Saņemšana jau ir ierakstīta', en: 'The receipt is already recorded' },
    detail: {
      lv: 'Šīs nodošanas saņemšana ierakstīta jau agrāk. Ja diena nav pareiza, atsauciet iepriekšējo ierakstu.',
      en: 'The receipt of this referral was recorded earlier. If its day is wrong, withdraw the earlier record.',
    },
  },
  referralAlreadyAcknowledged: {
    status: 409,
    title: { lv: 'Apstiprinājums jau ir ierakstīts', en: 'The acknowledgement is already recorded' },
    detail: {
      lv: 'Par šo nodošanu apstiprinājums jau ir sniegts. Ja tas bija kļūdains, atsauciet iepriekšējo ierakstu.',
      en: 'This referral has been acknowledged already. If that was a mistake, withdraw the earlier record.',
    },
  },
  referralEnded: {
    status: 409,
    title: { lv: 'Nodošana ir atsaukta', en: 'The referral was withdrawn' },
    detail: {
      lv: 'Pie atsauktas nodošanas vairs neko nevar ierakstīt. Ja vajadzīgs, sūtiet jaunu.',
      en: 'Nothing more can be recorded about a withdrawn referral. Send a new one if needed.',
    },
  },
  notReceiver: {
    status: 403,
    title: { lv: 'To ieraksta saņēmēja iestāde', en: 'The receiving institution records this' },
    detail: {
      lv: 'Šādu ierakstu veic tikai iestāde, kurai nodošana adresēta. Ja tās atbilde jums pienākusi citā ceļā, ierakstiet to kā “reply.reported”.',
      en: 'Only the institution the referral is addressed to makes this record. If its answer reached you another way, record it as “reply.reported”.',
    },
  },
  notSender: {
    status: 403,
    title: { lv: 'To ieraksta sūtītāja iestāde', en: 'The sending institution records this' },
    detail: {
      lv: 'Nodošanu papildina vai atsauc tikai iestāde, kas to nosūtīja. Ja kaut kā trūkst, ierakstiet papildinājuma pieprasījumu.',
      en: 'Only the institution that sent a referral supplements or withdraws it. If something is missing, record a request for a supplement.',
    },
  },
  receiverUnknown: {
    status: 422,
    title: { lv: 'Saņēmējs nav atrasts', en: 'Receiver not found' },
    detail: {
      lv: 'Tādas iestādes nav sarakstā. Izvēlieties saņēmēju no /api/v1/directory.',
      en: 'No such institution is listed. Choose the receiver from /api/v1/directory.',
    },
  },
  dutyNotLate: {
    status: 409,
    title: { lv: 'Pienākums nav nokavēts', en: 'The duty is not late' },
    detail: {
      lv: 'Sūdzības projektu var sagatavot tikai par pienākumu, kura termiņš pagājis un par kuru izpildītājam jau bija laiks uzzināt. Plānots laiks bez saistoša termiņa sūdzībai nav pamats.',
      en: 'A complaint can be drafted only about a duty whose term has passed and whose owner has had time to learn of it. A planned time without a binding term is no ground for one.',
    },
  },
  replyUnconfirmed: {
    status: 409,
    title: { lv: 'Saņemta atbilde, kas nav apstiprināta', en: 'A reply has come and is not confirmed' },
    detail: {
      lv: 'Par šo pienākumu pa e-pastu saņemta atbilde. Vispirms norādiet, vai tā ir gaidītā atbilde.',
      en: 'A reply about this duty came by mail. First say whether it is the answer.',
    },
  },
  answerKnown: {
    status: 409,
    title: { lv: 'Atbilde jau ir zināma', en: 'The answer is known' },
    detail: {
      lv: 'Pienākums, par kuru ir sūdzība, jau ir noslēgts, tāpēc sūdzības projekts ir atsaukts. Ja tas noslēgts kļūdas dēļ, vispirms atveriet pienākumu no jauna.',
      en: 'The duty complained of is settled, so the draft is withdrawn. If it was settled by mistake, reopen the duty first.',
    },
  },
  complaintToOwner: {
    status: 422,
    title: {
      lv: 'Sūdzība adresēta iestādei, par kuru tā ir',
      en: 'The complaint goes to the one it is about',
    },
    detail: {
      lv: 'Par iestādes kavētu atbildi lemj cita iestāde: sadarbības grupa vai pašvaldības vadība. Norādiet to laukā “Kurai iestādei” (toInstitutionId).',
      en: 'Somebody else decides about an answer that an institution owes: the cooperation group or the municipality’s leadership. Name it in “To which institution” (toInstitutionId).',
    },
  },
  complaintNotPrepared: {
    status: 409,
    title: { lv: 'Pirms sūdzības vēl kas jāizdara', en: 'Something stands before the complaint' },
    detail: {
      lv: 'Vispirms pajautājiet visiem, kas strādā ar gadījumu, vai kāds ir saņēmis atbildi (answer.asked), piezvaniet saņēmēja vadītājam un ierakstiet zvanu (receiver.called) un sagatavojiet sūdzības projektu (complaint.drafted).',
      en: 'First ask all who work on the case whether anybody has received the answer (answer.asked), ring the receiver’s head and record the call (receiver.called), and draft the complaint (complaint.drafted).',
    },
    more: { lv: 'Trūkst: {missing}', en: 'Missing: {missing}' },
  },
  receiverWindowOpen: {
    status: 409,
    title: { lv: 'Saņēmējam vēl ir laiks atbildēt', en: 'The receiver still has time to answer' },
    detail: {
      lv: 'Saņēmējam ir divas darbdienas, lai atbildētu vai pievienotu savu skaidrojumu.',
      en: 'The receiver has two working days to answer or to add its own account.',
    },
    more: { lv: 'Nosūtīt varēs pēc {lastDay}', en: 'It may be sent after {lastDay}.' },
  },
  ruleBroken: {
    status: 409,
    title: {
      lv: 'Ieraksts ir pretrunā ar lietas gaitu',
      en: 'The record contradicts the course of the dossier',
    },
    detail: {
      lv: 'Šāds ieraksts neatbilst tam, kas lietā jau ierakstīts. Ielādējiet lietu no jauna un pārbaudiet ierakstu secību.',
      en: 'This does not agree with what the dossier already records. Load the dossier again and check the order of the records.',
    },
  },
  notFound: {
    status: 404,
    title: { lv: 'Nav atrasts', en: 'Not found' },
    detail: {
      lv: 'Tā nav, vai jums nav tiesību to redzēt. Pārbaudiet identifikatoru.',
      en: 'It does not exist, or you may not see it. Check the id.',
    },
  },
  notYourAct: {
    status: 403,
    title: { lv: 'Šādu ierakstu jūs šajā lietā nevarat veikt', en: 'This record is not yours to make here' },
    detail: {
      lv: 'Jūs varat atbildēt un ierakstīt to, kas izpilda jūsu pienākumus. Pārējo ieraksta tie, kas lietu vada; aizdomas par briesmām bērnam var ierakstīt vienmēr.',
      en: 'You can answer, and record what settles your own duties. The rest is recorded by those who work on the case; a suspected danger to a child can always be recorded.',
    },
  },
  versionConflict: {
    status: 412,
    title: { lv: 'Lieta pa šo laiku ir mainījusies', en: 'The dossier has changed meanwhile' },
    detail: {
      lv: 'Kopš lietu ielādējāt, tajā veikts jauns ieraksts. Ielādējiet lietu no jauna, pārbaudiet, vai jūsu ieraksts vēl vajadzīgs, un sūtiet ar jauno ETag.',
      en: 'A record was added since you loaded the dossier. Load it again, see whether yours is still needed, and send it with the new ETag.',
    },
  },
  idempotencyKeyReused: {
    status: 422,
    title: { lv: 'Atslēga jau izmantota citam pieprasījumam', en: 'The key was used for another request' },
    detail: {
      lv: 'Ar šo Idempotency-Key jau sūtīts cits saturs, un tas nav mainīts. Jaunam pieprasījumam izveidojiet jaunu atslēgu.',
      en: 'Other content was sent with this Idempotency-Key, and it stands. Make a new key for a new request.',
    },
  },
  procedureUnknown: {
    status: 422,
    title: { lv: 'Kārtība nav atrasta', en: 'Procedure not found' },
    detail: {
      lv: 'Tādas kārtības nav vai tā nav lietojama šāda veida lietai. Izvēlieties kārtību no /api/v1/procedures.',
      en: 'There is no such procedure, or it does not fit this kind of dossier. Choose one from /api/v1/procedures.',
    },
  },
  institutionUnknown: {
    status: 422,
    title: { lv: 'Iestāde nav atrasta', en: 'Institution not found' },
    detail: {
      lv: 'Tādas iestādes nav, vai tā nav ne jūsu pašvaldībā, ne iesaistīta ar nosūtījumu. Izvēlieties iestādi no /api/v1/directory.',
      en: 'There is no such institution in your municipality or among those that a referral brought in. Choose one from /api/v1/directory.',
    },
  },
  cursorUnknown: {
    status: 400,
    title: { lv: 'Lappuse nav atrasta', en: 'Page not found' },
    detail: {
      lv: 'Laukā cursor drīkst būt tikai iepriekšējās lappuses next vērtība. Sāciet sarakstu no sākuma bez cursor.',
      en: 'The field cursor takes only the value of next from the page before. Begin the list anew without cursor.',
    },
  },
  notAdministrator: {
    status: 403,
    title: { lv: 'To maina administrators', en: 'An administrator changes this' },
    detail: {
      lv: 'Kalendāru maina pašvaldības vai tās izglītības pārvaldes administrators. Ja tas ir jūsu darbs, lūdziet piešķirt šo lomu.',
      en: 'The calendar is changed by an administrator of the municipality or of its education board. If that is your work, ask for the role.',
    },
  },
  notASchool: {
    status: 422,
    title: { lv: 'Tā nav skola', en: 'This is no school' },
    detail: {
      lv: 'Skolas veidu norāda tikai izglītības iestādei. Atstājiet šo lauku tukšu.',
      en: 'Only a school has a type of school. Leave the field out.',
    },
  },
  personUnknown: {
    status: 422,
    title: { lv: 'Persona nav atrasta', en: 'Person not found' },
    detail: {
      lv: 'Tādas personas nav, vai tā nav strādājusi jūsu pašvaldībā. Izvēlieties personu no iestādes darbinieku saraksta.',
      en: 'There is no such person, or nobody of your municipality. Choose one from the list of the institution’s staff.',
    },
  },
  periodInvalid: {
    status: 422,
    title: { lv: 'Laika posms nav iespējams', en: 'The period is not possible' },
    detail: {
      lv: 'Pēdējai dienai jābūt pirmajai dienai vai vēlākai, beigas nevar būt pagātnē, un pagarināt beigtu posmu nevar. Pārbaudiet datumus.',
      en: 'The last day must be the first one or later, an end cannot lie in the past, and what has ended is not prolonged. Check the dates.',
    },
  },
  substituteCircle: {
    status: 409,
    title: { lv: 'Aizvietotāji veidotu apli', en: 'The substitutes would form a circle' },
    detail: {
      lv: 'Šajā laikā pēc kārtas nonāktu atpakaļ pie tās pašas personas. Izvēlieties citu aizvietotāju vai citu laiku.',
      en: 'In that time the chain would lead back to the same person. Choose another substitute or another time.',
    },
  },
  substituteTwice: {
    status: 409,
    title: { lv: 'Šim laikam aizvietotājs jau ir', en: 'There is a substitute for that time already' },
    detail: {
      lv: 'Vienā laikā personai ir viens aizvietotājs. Vispirms beidziet iepriekšējo vai izvēlieties citas dienas.',
      en: 'A person has one substitute at a time. End the earlier one first, or choose other days.',
    },
  },
  openDutiesUnseen: {
    status: 409,
    title: { lv: 'Atvērto pienākumu skaits ir cits', en: 'The number of open duties is another' },
    detail: {
      lv: 'Pirms personu izslēdzat, apskatiet tās atvērtos pienākumus un nododiet tos citiem; tad sūtiet to skaitu.',
      en: 'Look at the person’s open duties before switching the person off, and pass them on; then send their number.',
    },
    more: { lv: 'Pašlaik atvērti: {openDuties}.', en: 'Open now: {openDuties}.' },
  },
  notAMember: {
    status: 422,
    title: { lv: 'Tā nav dalībiestādes persona', en: 'Nobody of a member institution' },
    detail: {
      lv: 'Sadarbības grupā darbojas tās pašas pašvaldības iestāžu darbinieki. Norādiet iestādi, kurā persona strādā, un grupas sastāvu.',
      en: 'A cooperation group is made of people of the municipality’s institutions. Name the institution where the person works, and the composition.',
    },
  },
  dutyRowUnknown: {
    status: 422,
    title: { lv: 'Tāda pienākuma nav', en: 'There is no such duty' },
    detail: {
      lv: 'Nevienā kārtībā tāda pienākuma nav. Izvēlieties no iestatījumu saraksta “duties”.',
      en: 'No procedure has such a duty. Choose from the list “duties” of the set-up.',
    },
  },
  dangerAlwaysOn: {
    status: 422,
    title: { lv: 'Briesmu pienākumus neizslēdz', en: 'Duties of danger are not switched off' },
    detail: {
      lv: 'Pienākumi, kas attiecas uz briesmām bērnam, ir ieslēgti vienmēr. Izņemiet šo rindu no saraksta.',
      en: 'Duties about danger to a child are always on. Take this row out of the list.',
    },
  },
  termNotOpen: {
    status: 422,
    title: { lv: 'Šis termiņš nav pieņemams', en: 'This term cannot be adopted' },
    detail: {
      lv: 'Pašvaldība pieņem tikai noklusējuma termiņus; šim termiņu nosaka likums, avots vai ieteikums.',
      en: 'A municipality adopts default terms only; the term of this one comes from law, from its source or from a recommendation.',
    },
  },
  recordVersionConflict: {
    status: 412,
    title: { lv: 'Ieraksts pa šo laiku ir mainījies', en: 'The record has changed meanwhile' },
    detail: {
      lv: 'Kopš iestādes vai darbinieka datus ielādējāt, kāds tos ir mainījis; pašreizējā versija ir atbildē. Ielādējiet tos no jauna, pārbaudiet, vai jūsu labojums vēl vajadzīgs, un sūtiet ar jauno ETag.',
      en: 'Somebody changed the institution or the person since you loaded them; the answer tells the present version. Load them again, see whether your change is still needed, and send it with the new ETag.',
    },
  },
  setUpVersionConflict: {
    status: 412,
    title: { lv: 'Iestatījumi pa šo laiku ir mainījušies', en: 'The set-up has changed meanwhile' },
    detail: {
      lv: 'Kopš iestatījumus ielādējāt, kāds saglabājis jaunu versiju. Ielādējiet tos no jauna, pārbaudiet, kas mainītos, un sūtiet ar jauno ETag.',
      en: 'Somebody saved a new version since you loaded the set-up. Load it again, look at what would change, and send it with the new ETag.',
    },
  },
  municipalityInUse: {
    status: 409,
    title: { lv: 'Pašvaldība jau ir lietošanā', en: 'The municipality is in use already' },
    detail: {
      lv: 'Mācību režīmu ieslēdz un izslēdz, kamēr nav nevienas bērna lietas un administratori nav atvēruši citu lietotāju pierakstīšanās saites, lai īstais un izdomātais nesajauktos.',
      en: 'Training is switched on or off while there is no child’s dossier and no administrator has opened others’ links of sign-in, so that real and invented things never mix.',
    },
  },
  startDateMissing: {
    status: 422,
    title: { lv: 'Nav darba sākuma datuma', en: 'There is no start date' },
    detail: {
      lv: 'Pašvaldības iestatījumos nav darba sākuma datuma. Lūdziet administratoru to ierakstīt: no tā atkarīgs, kuri termiņi ir pārņemti.',
      en: 'The municipality has set no start date. Ask an administrator to set it: it decides which duties are taken over.',
    },
  },
  caseAfterStart: {
    status: 422,
    title: { lv: 'Lieta atvērta pēc darba sākuma', en: 'The case was opened after the start' },
    detail: {
      lv: 'Šādi ieraksta lietas, kas atvērtas pirms pašvaldības darba sākuma datuma. Šo atveriet parastajā kārtībā.',
      en: 'This is for cases opened before the municipality’s start date. Open this one the usual way.',
    },
  },
  caseAlreadyOpen: {
    status: 409,
    title: { lv: 'Izglītojamajam jau ir atvērta lieta', en: 'The learner has an open dossier already' },
    detail: {
      lv: 'Strādājiet ar esošo lietu: trūkstošos faktus ierakstiet tajā ar to īstajiem datumiem.',
      en: 'Work with the dossier there is: record what is missing in it, with its real days.',
    },
  },
  dayNotForReview: {
    status: 422,
    title: { lv: 'Šajā dienā pārskatīšanu ieplānot nevar', en: 'The review cannot be planned for this day' },
    detail: {
      lv: 'Diena ir brīvdiena, jūsu prombūtnē vai pēc termiņa. Izvēlieties kādu no piedāvātajām dienām.',
      en: 'It is a day off, in your leave, or after the due day. Choose one of the days offered.',
    },
  },
  dayBeforeOpening: {
    status: 422,
    title: { lv: 'Datums ir pirms lietas atvēršanas', en: 'The date lies before the opening' },
    detail: {
      lv: 'Saruna un izvērtēšana notiek pēc lietas atvēršanas. Labojiet vienu no datumiem.',
      en: 'A talk and a review come after the case was opened. Correct one of the dates.',
    },
  },
  meetingPast: {
    status: 422,
    title: { lv: 'Sanāksme jau ir pagājusi', en: 'The meeting is over already' },
    detail: {
      lv: 'Ierakstiet nākamās sanāksmes laiku vai atstājiet lauku tukšu.',
      en: 'Enter when the next meeting is, or leave the field out.',
    },
  },
  thresholdNotReached: {
    status: 409,
    title: { lv: 'Par šo slieksni vairs nav jālemj', en: 'There is nothing to decide about this threshold' },
    detail: {
      lv: 'Kāds par to jau ir izlēmis, vai ieraksti par kavējumiem ir laboti. Nekas nav pierakstīts; ielādējiet sarakstu no jauna.',
      en: 'Somebody has decided already, or the record of absences was corrected. Nothing was recorded; load the list again.',
    },
  },
  otherLearnerNamed: {
    status: 422,
    title: { lv: 'Tekstā ir cita izglītojamā vārds', en: 'The text names another learner' },
    detail: {
      lv: 'Katra izglītojamā ierakstā drīkst būt tikai viņa paša vārds. Nekas nav pierakstīts; rakstiet bez vārdiem.',
      en: 'Each learner’s record may hold only that learner’s own name. Nothing was recorded; write it without names.',
    },
  },
  importHasProblems: {
    status: 422,
    title: { lv: 'Failā ir kļūdas', en: 'The file has problems' },
    detail: {
      lv: 'Nekas nav importēts. Palaidiet pārbaudi (/api/v1/imports/preview), izlabojiet visas norādītās rindas un sūtiet failu vēlreiz ar jaunu Idempotency-Key.',
      en: 'Nothing was imported. Run the dry run (/api/v1/imports/preview), correct all the rows that it lists, and send the file again with a new Idempotency-Key.',
    },
  },
  calendarVersionConflict: {
    status: 412,
    title: { lv: 'Kalendārs pa šo laiku ir mainījies', en: 'The calendar has changed meanwhile' },
    detail: {
      lv: 'Kopš kalendāru ielādējāt, kāds saglabājis jaunu versiju. Ielādējiet to no jauna, pārbaudiet, kas mainītos, un sūtiet ar jauno ETag.',
      en: 'Somebody saved a new version since you loaded the calendar. Load it again, look at what would move, and send it with the new ETag.',
    },
  },
};
