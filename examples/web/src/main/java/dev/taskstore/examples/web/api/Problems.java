package dev.taskstore.examples.web.api;

import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseFailure;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.NotNullViolationException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.StorageFullException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.exception.UniqueViolationException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Problem details (RFC 9457) of the exceptions of TaskStore: the status, the name of the problem,
 * the message, and the table, columns and constraint. They contain no values, as the exceptions do
 * not.
 */
final class Problems {

  /** When a client may retry what failed for a moment. */
  static final String RETRY_AFTER_SECONDS = "2";

  private static final String TYPE = "urn:problem:taskstore:";

  private Problems() {}

  static ProblemDetail of(HttpStatus status, String name, String title, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(TYPE + name));
    problem.setTitle(title);
    return problem;
  }

  static ProblemDetail of(DatabaseFailure failure) {
    ProblemDetail problem = problem(failure);
    if (problem.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
      return problem;
    }
    if (failure.table() != null) {
      problem.setProperty("table", failure.table());
    }
    if (!failure.columns().isEmpty()) {
      problem.setProperty("columns", failure.columns());
    }
    if (failure.constraint() != null) {
      problem.setProperty("constraint", failure.constraint());
    }
    return problem;
  }

  private static ProblemDetail problem(DatabaseFailure failure) {
    String detail = failure instanceof Exception e && e.getMessage() != null ? e.getMessage() : "";
    if (failure instanceof InvalidArgumentException) {
      return of(HttpStatus.BAD_REQUEST, "invalid-argument", "Invalid argument", detail);
    } else if (failure instanceof EntityNotFoundException) {
      return of(HttpStatus.NOT_FOUND, "not-found", "Not found", detail);
    } else if (failure instanceof ScopeViolationException) {
      return of(HttpStatus.FORBIDDEN, "not-permitted", "Only the owner can do this", detail);
    } else if (failure instanceof StaleEntityException) {
      return of(HttpStatus.PRECONDITION_FAILED, "stale", "Changed in the meantime", detail);
    } else if (failure instanceof UniqueViolationException) {
      return of(HttpStatus.CONFLICT, "unique-violation", "Duplicate value", detail);
    } else if (failure instanceof ForeignKeyViolationException) {
      return of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "foreign-key-violation",
          "A referenced row does not exist",
          detail);
    } else if (failure instanceof CheckViolationException) {
      return of(HttpStatus.UNPROCESSABLE_CONTENT, "check-violation", "Value not allowed", detail);
    } else if (failure instanceof NotNullViolationException) {
      return of(HttpStatus.UNPROCESSABLE_CONTENT, "not-null-violation", "Value missing", detail);
    }
    return serverProblem(failure, detail);
  }

  private static ProblemDetail serverProblem(DatabaseFailure failure, String detail) {
    if (failure instanceof TransientFailureException
        || failure instanceof DatabaseTimeoutException
        || failure instanceof ConnectionLostException
        || failure instanceof ReadOnlyTransactionException) {
      return of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "unavailable",
          "The database is not available",
          "Nothing was written. Retry the request after the time in Retry-After.");
    } else if (failure instanceof CommitOutcomeUnknownException) {
      return of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "outcome-unknown",
          "The outcome is unknown",
          "The connection was lost during the commit. Read the task before you retry.");
    } else if (failure instanceof StorageFullException) {
      return of(HttpStatus.INSUFFICIENT_STORAGE, "storage-full", "The disk is full", detail);
    }
    return internal();
  }

  /** Returns the problem of a request that Spring refused; it repeats no value of the request. */
  static ProblemDetail invalidRequest(HttpStatusCode status) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create(TYPE + "invalid-request"));
    problem.setDetail(
        switch (status.value()) {
          case 404 -> "There is no such resource. /api/v1/openapi.yaml describes the API.";
          case 405 ->
              "The resource does not support this method. The header Allow names those it does.";
          case 406 -> "The API answers with application/json.";
          case 415 -> "Send application/json or application/merge-patch+json.";
          default ->
              "A parameter or the body is not valid. /api/v1/openapi.yaml describes the API.";
        });
    return problem;
  }

  static ProblemDetail internal() {
    return of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal",
        "Internal error",
        "The server failed. Its log contains the reason.");
  }

  static ProblemDetail unauthorized() {
    return of(
        HttpStatus.UNAUTHORIZED,
        "unauthorized",
        "Not signed in",
        "Send the name and the password of a user with HTTP Basic.");
  }

  static ProblemDetail tooManyAttempts() {
    return of(
        HttpStatus.TOO_MANY_REQUESTS,
        "too-many-attempts",
        "Too many failed sign-ins",
        "Wait for the time in Retry-After.");
  }
}
