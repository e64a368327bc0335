import Platform

/// What pages do besides where scripts run: tell of others' changes, and in the grid of a draft add up at once and go by the arrow keys.
/// Pages work without it.
enum PageScript {
    /// Its address, which is another as soon as it is: it can be kept for ever.
    static let address = file.address

    /// The script as it is sent.
    static let file = StaticText(text, type: "text/javascript; charset=utf-8", ending: "js")

    static let text = """
        "use strict";
        (function () {
          var live = document.querySelector("[data-events]");
          if (live && window.EventSource) {
            var known = null;
            var tell = function (event) {
              var now = JSON.parse(event.data), mark = event.data;
              if (known === null) { known = mark; if (event.type === "now") return; }
              if (mark === known) return;
              known = mark;
              var words = live.dataset.changed.replace("{who}", now.who || "").replace("{version}", now.version || "");
              var link = document.createElement("a");
              link.href = location.pathname + location.search;
              link.textContent = live.dataset.reload;
              live.textContent = words + " ";
              live.appendChild(link);
              live.hidden = false;
            };
            var source = new EventSource(live.dataset.events);
            ["now", "draft", "ledger"].forEach(function (name) { source.addEventListener(name, tell); });
          }
          var drop = document.querySelector("form.drop");
          if (drop && window.XMLHttpRequest) {
            var file = drop.querySelector("input[type=file]"), bar = drop.querySelector("progress");
            var status = drop.querySelector("[role=status]"), button = drop.querySelector("button");
            var say = function (words) { status.textContent = words; status.hidden = false; };
            var fail = function (words) { say(words); status.className = "error"; bar.hidden = true; button.disabled = false; };
            drop.addEventListener("submit", function (event) {
              var chosen = file.files && file.files[0];
              if (!chosen) return;
              event.preventDefault();
              var sending = new XMLHttpRequest();
              sending.open("POST", "/api/v1/uploads?name=" + encodeURIComponent(chosen.name));
              sending.setRequestHeader("Content-Type", "application/octet-stream");
              sending.setRequestHeader("Accept-Language", document.documentElement.lang);
              sending.setRequestHeader("X-CSRF-Token", drop.elements.csrf.value);
              sending.upload.onprogress = function (now) {
                if (!now.lengthComputable) return;
                bar.value = Math.round(100 * now.loaded / now.total);
                say(drop.dataset.sending.replace("{0}", bar.value));
              };
              sending.upload.onload = function () { say(drop.dataset.reading); };
              sending.onerror = function () { fail(drop.dataset.broken); };
              sending.onload = function () {
                var answer = {};
                try { answer = JSON.parse(sending.responseText); } catch (error) { answer = {}; }
                if (sending.status === 201) location.href = "/uploads/" + answer.upload;
                else fail(answer.detail ? answer.detail + " — " + answer.remedy : drop.dataset.broken);
              };
              status.className = "";
              bar.value = 0;
              bar.hidden = false;
              button.disabled = true;
              sending.send(chosen);
            });
            ["dragover", "drop"].forEach(function (name) {
              drop.addEventListener(name, function (event) {
                event.preventDefault();
                if (name !== "drop" || !event.dataTransfer.files.length) return;
                file.files = event.dataTransfer.files;
                drop.requestSubmit();
              });
            });
          }
          var form = document.querySelector("form.edits");
          if (!form) return;
          var rows = Array.prototype.slice.call(form.querySelectorAll("tbody tr"));
          var cell = function (row) { return row.querySelector("input[name^='final:']"); };
          var number = function (text) { return Math.round(parseFloat(String(text).replace(/[,\\s]/g, "")) * 1e6) || 0; };
          var add = function () {
            rows.forEach(function (row, place) {
              var output = row.querySelector("[data-sum]");
              if (!output) return;
              var depth = +row.dataset.depth, sum = 0;
              for (var next = place + 1; next < rows.length && +rows[next].dataset.depth > depth; next++) {
                var input = cell(rows[next]);
                if (input) sum += number(input.value);
              }
              output.textContent = (sum / 1e6).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
            });
          };
          form.addEventListener("input", add);
          form.addEventListener("keydown", function (event) {
            var input = event.target, step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
            if (!step || !input.classList || !input.classList.contains("cell") || input.tagName !== "INPUT") return;
            event.preventDefault();
            var column = input.name.split(":")[0];
            var cells = Array.prototype.slice.call(form.querySelectorAll("input[name^='" + column + ":']"));
            var next = cells[cells.indexOf(input) + step];
            if (next) { next.focus(); next.select(); }
          });
        })();

        """
}
