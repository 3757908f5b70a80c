package dev.taskstore.examples.web.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers requests below {@code /api/v1/} that no method of the API handles. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UnmappedRequests {

  @ExceptionHandler({
    HttpMediaTypeException.class,
    HttpRequestMethodNotSupportedException.class,
    NoResourceFoundException.class
  })
  ResponseEntity<ProblemDetail> unmapped(Exception e, HttpServletRequest request) throws Exception {
    if (!(e instanceof ErrorResponse failure)
        || !request.getRequestURI().startsWith(request.getContextPath() + "/api/v1/")) {
      throw e; // another handler answers
    }
    return ResponseEntity.status(failure.getStatusCode())
        .headers(failure.getHeaders())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.invalidRequest(failure.getStatusCode()));
  }
}
