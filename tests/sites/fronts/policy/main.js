// Admitted by its nonce. What it adds is admitted by 'strict-dynamic', also what the site would rather not have.
for (const address of ["/policy/more.js", "https://tags.third.test/tag.js"]) {
  const script = document.createElement("script");
  script.src = address;
  document.head.append(script);
}
