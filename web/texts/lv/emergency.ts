export const emergency = {
  title: 'Ārkārtas piekļuve gadījumam',
  text: 'Ja bērns ir briesmās un gadījumu citādi neredzat. Piekļuve sākas tūlīt un ir 24 stundas; tā ar iemeslu paliek gadījumā, par to uzzina gadījuma vadītājs un datu aizsardzības speciālists, un to izvērtē.',
  number: 'Gadījuma numurs',
  numberHint: 'Piemēram, 2026-0412. To pasaka tas, kas zvana vai sūta.',
  ground: 'Kāpēc tagad',
  reason: 'Kas noticis',
  reasonHint: 'Faktiem, tiem, kas izvērtēs. Glabā šifrēti; e-pastos nenonāk.',
  take: 'Skatīt gadījumu',
  after: 'Redzēsiet gadījuma saturu; pierakstīt varēsiet tikai briesmas.',
  missing: {
    caseNumber: 'Ierakstiet gadījuma numuru, piemēram, 2026-0412.',
    groundCode: 'Izvēlieties, kāpēc tagad.',
    reason: 'Ierakstiet, kas noticis: vienu vai divus teikumus.',
  },
  menu: 'Ārkārtas piekļuve',
  byNumber: 'Ārkārtas piekļuve pēc šī numura',
} as const;
