/* share.js: makes the sheet #share a dialog that traps the focus, and adds what needs a script: copying, the system's own sheet. */
(() => {
  "use strict";
  const sheet = document.getElementById("share");
  if (!sheet || !sheet.showModal) return;
  const part = (name) => sheet.querySelector(`[data-ls-${name}]`);
  const said = part("said");
  said.insertAdjacentHTML("beforebegin", '<p class="ls-actions"><button class="ls-button ls-button--main" type="button" data-ls-copy></button><button class="ls-button" type="button" hidden data-ls-send></button></p>');
  const copy = part("copy"), send = part("send");
  const [toCopy, toSend, done, failed] = said.dataset.lsSaid.split("|");
  copy.textContent = toCopy;
  send.textContent = toSend;
  const written = sheet.querySelector(".ls-share__url");
  let opened = 0;
  const address = written ? written.textContent : location.href.split("#")[0];

  // without a secure context (a plain http site) only the old way is there; the dialog must hold the field
  const oldWay = () => {
    const field = document.createElement("textarea");
    field.value = address;
    field.readOnly = true;
    sheet.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    copy.focus();
    return copied ? Promise.resolve() : Promise.reject();
  };
  const copied = () => (navigator.clipboard ? navigator.clipboard.writeText(address).catch(oldWay) : oldWay());

  const open = () => {
    if (location.hash === "#share") history.replaceState(history.state, "", location.pathname + location.search);
    said.textContent = "";
    if (sheet.open) return;
    opened = performance.now();
    if (!location.hash) history.pushState({ lsShare: true }, "");   // Back closes the sheet and stays on the page; to go back to a #place would move the focus there
    sheet.showModal();
  };
  sheet.addEventListener("close", () => { if (history.state?.lsShare) history.back(); });
  addEventListener("popstate", () => { if (sheet.open) sheet.close(); });

  copy.addEventListener("click", () => copied().then(() => { said.textContent = done; }, () => { said.textContent = failed; }));
  if (navigator.share) {
    send.hidden = false;
    send.addEventListener("click", () => navigator.share({ title: document.title, url: address }).catch(() => {}));
  }
  document.addEventListener("click", (event) => {
    if (event.target.closest('a[href="#share"]')) { event.preventDefault(); open(); }
    else if (event.target.closest("[data-ls-share-close]") && sheet.open) { event.preventDefault(); sheet.close(); }
    else if (event.target === sheet && event.timeStamp - opened > 500) sheet.close();   // who taps twice means one tap
  });
  addEventListener("hashchange", () => { if (location.hash === "#share") open(); });
  if (location.hash === "#share") open();
})();
