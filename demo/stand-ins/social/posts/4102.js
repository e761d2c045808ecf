courant.post({
  "id": "4102",
  "lang": "fr",
  "user": "ecole-sarvenne",
  "name": "École de Sarvenne",
  "words": "Dictée ce matin au bord du béal. Le marteau faisait les points. Zéro faute à « ruissellement » (deux à « ruisseler », on en reparlera).",
  "picture": null,
  "alt": null,
  "time": "2026-05-20T09:05:00Z",
  "likes": 612,
  "replies": 41
});
