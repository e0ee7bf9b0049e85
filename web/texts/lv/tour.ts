export const tour = {
  at: 'Ievads, {{step}}. solis no {{of}}',
  next: 'Tālāk',
  back: 'Atpakaļ',
  skip: 'Izlaist ievadu',
  end: 'Sākt darbu',
  again: 'Rādīt ievadu vēlreiz',
  steps: {
    today: {
      title: 'Diena sākas šeit',
      text: '“Man jādara” ir jūsu pienākumi, “Gaidu no citiem” – tas, ko jums parādā citi. Pie katra termiņa ir “Kāpēc?”: tur redzat, kā tas izskaitīts un kur tas rakstīts. Poga rindas galā izpilda pienākumu.',
    },
    newEntry: {
      title: 'Pamanījāt risku – pierakstiet',
      text: 'Nospiediet “Jauns”. Vispirms sameklējiet izglītojamo; pirms saglabāšanas redzēsiet, kas un līdz kad pēc tam jādara. Pietiek ar diviem teikumiem.',
    },
    case: {
      title: 'Viss par vienu bērnu vienuviet',
      text: 'Atveriet gadījumu no “Mani gadījumi”. Gaitā redzat, kura kārta ir rīkoties un kopš kura laika; zem tās – kas jādara. “Saziņa” pieraksta zvanu vecākiem ar trim pieskārieniem.',
    },
    inbox: {
      title: 'Kas gaida jūsu iestādes atbildi',
      text: 'Iesūtnē ir nosūtītais no skolām un citām iestādēm, vispirms tas, kam laiks beidzas ātrāk. Varat pārņemt, noraidīt ar iemeslu, lūgt papildinājumu vai atbildēt.',
    },
    school: {
      title: 'Atbildes, kuras skola gaida',
      text: 'Lapā “Skola” ir citu iestāžu atbildes, kam laiks pagājis. Tā soli pa solim ved līdz sūdzībai un pirms katra soļa parāda, kam un kas tiks paziņots.',
    },
    board: {
      title: 'Kur atbildes iestrēgst',
      text: 'Lapā “Kavējumi” redzat, kas iestrēdzis visilgāk, kāpēc un kas to atrisinātu. Iestādes nav sarindotas pēc kavējumiem, un mazus skaitļus nerāda.',
    },
    people: {
      title: 'Vispirms cilvēki',
      text: 'Lapā “Pārvalde” pievienojiet kolēģus un nosūtiet uzaicinājumus. Norādiet, kurš kuru aizvieto: tad prombūtnē neviens pienākums nepaliek bez cilvēka.',
    },
    setUp: {
      title: 'Pēc tam kārtība un kalendārs',
      text: 'Pārvaldē ieslēdziet pienākumus un pārbaudiet brīvdienas un pārceltās darbdienas. Pirms saglabāšanas redzēsiet, kuri termiņi mainīsies.',
    },
    danger: {
      title: 'Ja bērns ir briesmās',
      text: 'Poga “Briesmas · 110” ir augšā katrā lapā, arī pirms ieiešanas. Vispirms zvaniet 110; pēc tam lapa pasaka, kam vēl jāziņo.',
    },
    help: {
      title: 'Kur meklēt palīdzību',
      text: 'Augšā pa labi zem “Mans konts” ir “Palīdzība” ar lietotāja rokasgrāmatu. Taustiņš ? rāda taustiņus, F8 paslēpj ekrānu, ja kāds ienāk. Šo ievadu var atvērt vēlreiz no palīdzības.',
    },
  },
} as const;
