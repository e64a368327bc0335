# R's lm on the problems table.py laid out: Rscript lm.R DIRECTORY [tol]; tol is that of the QR decomposition, 1e-7 by default.
arguments <- commandArgs(trailingOnly = TRUE)
tol <- if (length(arguments) > 1) as.numeric(arguments[2]) else 1e-7
show <- function(name, kind, values) {
  text <- vapply(values, function(v) if (is.na(v)) "NA" else formatC(v, digits = 17, format = "g"), "")
  cat(sprintf("%s,%s,%d,%s\n", name, kind, seq_along(values) - 1L, trimws(text)), sep = "")
}
for (path in sort(list.files(arguments[1], pattern = "[.]csv$", full.names = TRUE))) {
  model <- as.numeric(strsplit(readLines(path, n = 1), ",")[[1]])
  data <- as.matrix(read.csv(path, header = FALSE, skip = 1))
  y <- data[, 1]
  x <- if (ncol(data) == 2) outer(data[, 2], seq_len(model[1]), `^`) else data[, -1]
  fit <- if (model[2] == 1) lm(y ~ x, tol = tol) else lm(y ~ x - 1, tol = tol)
  name <- sub("[.]csv$", "", basename(path))
  errors <- rep(NA_real_, length(coef(fit)))
  table <- suppressWarnings(summary(fit))
  errors[!is.na(coef(fit))] <- table$coefficients[, 2]
  show(name, "coefficient", unname(coef(fit)))
  show(name, "error", errors)
  show(name, "deviation", table$sigma)
}
