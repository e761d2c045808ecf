courant.post({
  "id": "4101",
  "lang": "fr",
  "user": "arvelle",
  "name": "Les béals de l’Arvelle",
  "words": "6 h 12. L’eau est à Sarvenne.\nElle a marché devant, nous derrière. Personne n’a couru, même pas elle.",
  "picture": "aube.svg",
  "alt": "Au petit jour, une file de marcheurs suit un canal de bois vers un village.",
  "time": "2026-05-19T06:20:00Z",
  "likes": 1438,
  "replies": 87
});
