"use strict";

// Everything works without this file; it adds refreshes, live updates, messages, shortcuts and the choice of colours.

document.documentElement.classList.add("scripted");

const root = document.documentElement;
const find = (selector) => document.querySelector(selector);
const remember = (name, value) => {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
};

// The time zone of the browser; the server shows due days in it.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.split("; ").includes(`zone=${encodeURIComponent(zone)}`)) {
  remember("zone", zone);
}

// Colours: as the system has them, or as chosen.
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const themeButton = find("#theme");
themeButton.hidden = false;
const isDark = () => root.dataset.theme === "dark" || (root.dataset.theme === "auto" && dark.matches);
const describeTheme = () => {
  themeButton.setAttribute("aria-label", isDark() ? "Use light colours" : "Use dark colours");
};
themeButton.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  remember("theme", root.dataset.theme);
  describeTheme();
});
dark.addEventListener("change", describeTheme);
describeTheme();

// Messages: shown for ten seconds, as long as the pointer or the focus is not on them.
const messages = find("#messages");
const showMessage = (text, undo) => {
  const message = document.createElement("div");
  message.className = "message";
  const words = document.createElement("span");
  words.textContent = text;
  message.append(words);
  if (undo) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "undo";
    button.textContent = "Undo";
    button.addEventListener("click", () => {
      message.remove();
      window.htmx.ajax("POST", "/tasks/undo", {values: {token: undo}, swap: "none", source: "#messages"});
    });
    message.append(button);
  }
  messages.replaceChildren(message);
  fade(message);
};
const fade = (message) => {
  setTimeout(() => (message.matches(":hover, :focus-within") ? fade(message) : message.remove()), 10000);
};
messages.querySelectorAll(".message").forEach(fade);
document.body.addEventListener("message", (event) => {
  showMessage(event.detail.text, event.detail.undo);
  if (event.target.id === "add") {
    find("#add").reset();
  }
});
document.body.addEventListener("htmx:sendError", () => showMessage("The server cannot be reached. Try again."));
document.body.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status !== 401 && !event.detail.xhr.getResponseHeader("HX-Trigger")) {
    showMessage("This did not work. Reload the page and try again.");
  }
});

// On a phone, the filters open on request.
const toggle = find("#filter-toggle");
if (toggle) {
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    const open = find("#filters").classList.toggle("open");
    toggle.setAttribute("aria-expanded", open);
  });
}

// Requests of htmx carry the token against forged requests, the number of shown rows and the version of the list.
document.body.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRF-TOKEN"] = find("meta[name=csrf]").content;
  if (event.detail.elt.id === "tasks") {
    const shown = Math.max(0, ...[...document.querySelectorAll("#tasks .rows")].map((rows) => rows.querySelectorAll(".task").length));
    event.detail.parameters.size = shown;
    event.detail.headers["If-None-Match"] = event.detail.elt.dataset.etag;
  }
  if (event.detail.elt.id === "filters") {
    for (const [name, value] of Object.entries(event.detail.parameters)) {
      const first = find(`#filters [name=${name}]`);
      if (value === "" || (first instanceof HTMLSelectElement && first.selectedIndex === 0)) {
        delete event.detail.parameters[name];
      }
    }
  }
});

// The views keep the filters, and the focus stays at its place in a refreshed list.
let place = -1;
const titles = () => [...document.querySelectorAll("#tasks .title")];
const rowOf = (element) => element && element.closest && element.closest("#tasks .task");
document.body.addEventListener("htmx:beforeSwap", (event) => {
  if (event.target.id === "tasks" && find("#tasks .more .htmx-request")) {
    event.detail.shouldSwap = false; // it lacks the rows that are on their way
    refresh();
    return;
  }
  place = titles().findIndex((title) => rowOf(title) === rowOf(document.activeElement));
});
document.body.addEventListener("htmx:afterSettle", (event) => {
  if (place >= 0 && document.activeElement === document.body) {
    const rest = titles();
    (rest[Math.min(place, rest.length - 1)] || find("#add-title")).focus();
  }
  if (event.target.id === "tasks" && find("#view-board")) {
    const query = new URLSearchParams(location.search);
    query.delete("page");
    query.delete("view");
    find("#view-list").href = "/tasks" + (query.size ? "?" + query : "");
    query.set("view", "board");
    find("#view-board").href = "/tasks?" + query;
  }
});

// Live updates: events of the server, or a request every 15 seconds while there is no connection. A slow request every
// minute finds what other processes have changed.
let refreshing;
function refresh() {
  clearTimeout(refreshing);
  refreshing = setTimeout(() => {
    if (find("#tasks.htmx-request, #tasks .htmx-request, #filters.htmx-request")) {
      refresh();
    } else if (find("#tasks") && !document.hidden) {
      window.htmx.trigger(document.body, "refresh");
    }
  }, 120);
}
const live = document.body.dataset.live;
if (live) {
  let connected = false;
  let missed = false;
  let polled = Date.now();
  const source = new EventSource(live);
  source.addEventListener("open", () => {
    connected = true;
    if (missed) {
      refresh();
    }
  });
  source.addEventListener("error", () => {
    connected = false;
    missed = true;
  });
  source.addEventListener("tasks", (event) => {
    const change = JSON.parse(event.data);
    const open = find(`[data-task="${change.id}"]`);
    if (open && Number(open.dataset.version) !== change.version) {
      find("#changed").hidden = false;
    }
    refresh();
  });
  setInterval(() => {
    if (Date.now() - polled >= (connected ? 60000 : 15000)) {
      polled = Date.now();
      refresh();
    }
  }, 5000);
  document.addEventListener("visibilitychange", refresh);
  window.addEventListener("pagehide", () => source.close());
}

// Shortcuts. A person can switch them off, because speech recognition may type them.
const help = find("#help");
const shortcuts = find("#shortcuts");
if (help) {
  find("#help-open").hidden = false;
  find("#help-open").addEventListener("click", () => help.showModal());
  shortcuts.checked = localStorage.getItem("shortcuts") !== "off";
  shortcuts.addEventListener("change", () => localStorage.setItem("shortcuts", shortcuts.checked ? "on" : "off"));
}
const step = (by) => {
  const all = titles();
  const now = all.findIndex((title) => rowOf(title) === rowOf(document.activeElement));
  const next = all[now < 0 ? 0 : Math.max(0, Math.min(all.length - 1, now + by))];
  if (next) {
    next.focus();
  }
};
const press = (selector) => {
  const row = rowOf(document.activeElement);
  const button = row && row.querySelector(selector);
  if (button) {
    button.click();
  }
};
const keys = {
  n: () => find("#add-title").focus(),
  "/": () => find("#text").focus(),
  j: () => step(1),
  k: () => step(-1),
  x: () => press(".check"),
  Delete: () => press(".remove button"),
  u: () => find(".undo") && find(".undo").click(),
  l: () => find("#view-list").click(),
  b: () => find("#view-board").click(),
  "?": () => help.showModal(),
};
document.addEventListener("keydown", (event) => {
  if (!help || help.open || !shortcuts.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
    return;
  }
  if (event.target.matches("input, textarea, select")) {
    if (event.key === "Escape") {
      event.target.blur();
    }
    return;
  }
  const action = keys[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});

// The board: a task can be dragged to a column; the buttons do the same.
document.addEventListener("dragstart", (event) => {
  const row = find(".board") && rowOf(event.target);
  if (row) {
    event.dataTransfer.setData("text/plain", row.id);
    event.dataTransfer.effectAllowed = "move";
  }
});
const columnOf = (event) => event.target.closest && event.target.closest(".board .column");
document.addEventListener("dragover", (event) => {
  const column = columnOf(event);
  document.querySelectorAll(".drop").forEach((other) => other !== column && other.classList.remove("drop"));
  if (column) {
    event.preventDefault();
    column.classList.add("drop");
  }
});
document.addEventListener("drop", (event) => {
  const column = columnOf(event);
  const id = event.dataTransfer.getData("text/plain");
  if (column && id.startsWith("task-")) {
    event.preventDefault();
    column.classList.remove("drop");
    window.htmx.ajax("POST", `/tasks/${id.substring(5)}/status`, {values: {status: column.dataset.status}, swap: "none", source: "#messages"});
  }
});

const conflict = find("#conflict");
if (conflict) {
  conflict.focus();
}
const invalid = find("[aria-invalid=true]");
if (invalid) {
  invalid.focus();
}
