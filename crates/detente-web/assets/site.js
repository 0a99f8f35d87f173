// Adds to pages that are whole without it: the place asked for is shown, and keeps the focus.
"use strict";
const quote = document.getElementById("quote");
if (quote && location.hash === "#quote") {
  quote.scrollIntoView({ block: "center" });
  quote.focus({ preventScroll: true });
}
