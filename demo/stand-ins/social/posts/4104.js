courant.post({
  "id": "4104",
  "lang": "en",
  "user": "ecole-sarvenne",
  "name": "Sarvenne School",
  "words": "Dictation beside the leat this morning. The hammer put in the full stops. “Irrigation” spelled right by everybody; “leat” by nobody over forty.",
  "picture": null,
  "alt": null,
  "time": "2026-05-20T09:10:00Z",
  "likes": 612,
  "replies": 41
});
