courant.post({
  "id": "4103",
  "lang": "en",
  "user": "arvelle",
  "name": "The Leats of the Arvelle",
  "words": "6.12 a.m. The water is in Sarvenne.\nIt walked in front, we walked behind. Nobody hurried, least of all the water.",
  "picture": "aube.svg",
  "alt": "At first light a line of walkers follows a wooden channel towards a village.",
  "time": "2026-05-19T06:24:00Z",
  "likes": 1438,
  "replies": 87
});
