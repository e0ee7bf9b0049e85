export const today = {
  title: 'Šodien',
  noNetwork: 'Pienākumi būs redzami, kad tīkls atgriezīsies. Lapa “Briesmas” darbojas arī bez tīkla.',
  whose: 'Kā pienākumi',
  whoseOptions: { visi: 'Visi', mani: 'Tikai mani' },
  nothingOwn: 'Šobrīd jums pašam vai pašai nekas nav jādara.',
  nothingOwnHint: 'Iestādes pienākumi ir sadaļā “Visi”; tur var uzņemties.',
  nothingMine: 'Šobrīd jums nekas nav jādara.',
  nothingMineHint:
    'Kad kaut kas jādara, tas parādīsies šeit un nāks arī pa e-pastu. Ja pamanāt risku, pierakstiet to ar “Jauns”.',
  nothingWaiting: 'Jūs šobrīd no neviena neko negaidāt.',
  nothingWaitingHint:
    'Kad kādam kas jāizdara vai jāatbild jums, tas parādīsies šeit. Citai iestādei nosūta no iesūtnes.',
  count_zero: '{{count}} pienākumu',
  count_one: '{{count}} pienākums',
  count_other: '{{count}} pienākumi',
} as const;
