package dev.taskstore.examples.web.page;

import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.TransientFailureException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns the exceptions of TaskStore into pages, or into messages for htmx. */
@ControllerAdvice(annotations = Controller.class)
class ErrorPages {

  private static final String RETRY_AFTER_SECONDS = "5";

  private final PageModel pages;

  ErrorPages(PageModel pages) {
    this.pages = pages;
  }

  /** A task of somebody else is like a missing one, also as the target of a link to a tag. */
  @ExceptionHandler({EntityNotFoundException.class, ForeignKeyViolationException.class})
  Object notFound(HttpServletRequest request, HttpServletResponse response, Model model) {
    return show(
        HttpStatus.NOT_FOUND,
        "This task does not exist, or nobody shares it with you.",
        request,
        response,
        model);
  }

  @ExceptionHandler(ScopeViolationException.class)
  Object refused(HttpServletRequest request, HttpServletResponse response, Model model) {
    return show(
        HttpStatus.FORBIDDEN, "Only the owner of a task can do this.", request, response, model);
  }

  @ExceptionHandler(StaleEntityException.class)
  Object stale(HttpServletRequest request, HttpServletResponse response, Model model) {
    return show(
        HttpStatus.CONFLICT,
        "Somebody else has just changed this task. Open it again.",
        request,
        response,
        model);
  }

  @ExceptionHandler({
    BindException.class,
    InvalidArgumentException.class,
    MethodArgumentTypeMismatchException.class,
    MissingServletRequestParameterException.class
  })
  Object invalid(HttpServletRequest request, HttpServletResponse response, Model model) {
    return show(
        HttpStatus.BAD_REQUEST,
        "This address is not valid. Start again with the list.",
        request,
        response,
        model);
  }

  @ExceptionHandler({
    ConnectionLostException.class,
    DatabaseTimeoutException.class,
    TransientFailureException.class
  })
  Object unavailable(HttpServletRequest request, HttpServletResponse response, Model model) {
    response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    return show(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The database does not answer. Try again in a few seconds.",
        request,
        response,
        model);
  }

  private Object show(
      HttpStatus status,
      String text,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (Fragments.isRequested(request)) {
      return Outcome.failed(status, text);
    }
    response.setStatus(status.value());
    model.addAttribute("status", status.value());
    model.addAttribute("text", text);
    pages.addTo(model, request);
    return "error";
  }
}
