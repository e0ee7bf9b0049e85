export const help = {
  title: 'Palīdzība',
  text: 'Lietotāja rokasgrāmata: īsi, pa darbiem, ar attēliem. Bērni un cilvēki attēlos ir izdomāti.',
  byRole: 'Pēc jūsu darba',
  everybody: 'Visiem',
  all: 'Visa rokasgrāmata',
  how: 'Kā tas darbojas',
} as const;
