package dev.taskstore.examples.web.api;

import dev.taskstore.db.exception.DatabaseFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every failure of a request to the API with problem details. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

  @ExceptionHandler(PreconditionException.class)
  ResponseEntity<Object> precondition(PreconditionException e) {
    return answer(
        e.missing()
            ? Problems.of(
                HttpStatus.PRECONDITION_REQUIRED,
                "precondition-required",
                "If-Match is missing",
                "Send the ETag or the version of the task in If-Match.")
            : Problems.of(
                HttpStatus.PRECONDITION_FAILED,
                "stale",
                "Changed in the meantime",
                "The task has another version. Read it again and apply the change to it."));
  }

  /** Includes those exceptions that have a class of jOOQ or of Java as their parent. */
  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<Object> failed(RuntimeException e) {
    ProblemDetail problem =
        e instanceof DatabaseFailure failure ? Problems.of(failure) : Problems.internal();
    if (problem.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
      LOG.error("A request to the API failed.", e);
    }
    return answer(problem);
  }

  /**
   * Gives the failures of Spring a detail that repeats no value of the request, and the same form
   * as all others.
   */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.invalidRequest(status));
  }

  private static ResponseEntity<Object> answer(ProblemDetail problem) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
    if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      answer.header(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
    }
    return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
  }
}
