package dev.taskstore.examples.web.account;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.passwords.PasswordHasher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Creates accounts. */
@Controller
class SignUpController {

  private static final int MINIMUM_PASSWORD_LENGTH = 10;

  private final TaskStore store;
  private final PasswordHasher hasher;

  SignUpController(TaskStore store, PasswordHasher hasher) {
    this.store = store;
    this.hasher = hasher;
  }

  @GetMapping("/sign-up")
  String form(@ModelAttribute("form") SignUpForm form) {
    return "account/sign-up";
  }

  @PostMapping("/sign-up")
  String signUp(
      @ModelAttribute("form") SignUpForm form, BindingResult errors, HttpServletRequest request)
      throws ServletException {
    validate(form, errors);
    if (errors.hasErrors() || !created(form, errors)) {
      return "account/sign-up";
    }
    request.login(form.username(), form.password());
    request.changeSessionId();
    return "redirect:/tasks";
  }

  private static void validate(SignUpForm form, BindingResult errors) {
    if (form.username().startsWith("@")) {
      errors.rejectValue("username", "invalid", "A name cannot begin with @.");
    }
    if (!form.email().matches("[^@\\s]+@[^@\\s]+")) {
      errors.rejectValue("email", "invalid", "Enter an e-mail address, such as ada@example.com.");
    }
    if (form.password().codePointCount(0, form.password().length()) < MINIMUM_PASSWORD_LENGTH) {
      errors.rejectValue(
          "password",
          "invalid",
          "Enter a password of at least " + MINIMUM_PASSWORD_LENGTH + " characters.");
    }
  }

  private boolean created(SignUpForm form, BindingResult errors) {
    try {
      PasswordHash hash = hasher.hash(form.password());
      store.users().insert(NewUser.of(form.username(), form.email(), hash));
      return true;
    } catch (UniqueViolationException e) {
      if ("uq_users_email".equals(e.constraint())) {
        errors.rejectValue("email", "taken", "An account with this address exists. Sign in.");
      } else {
        errors.rejectValue("username", "taken", "This name is taken. Choose another one.");
      }
    } catch (InvalidArgumentException e) {
      switch (e.columns().isEmpty() ? "" : e.columns().get(0)) {
        case "username" ->
            errors.rejectValue("username", "invalid", "Enter a name of 1 to 64 characters.");
        case "email" ->
            errors.rejectValue("email", "invalid", "Enter an address of at most 254 characters.");
        default ->
            errors.rejectValue("password", "invalid", "This password is too long or not text.");
      }
    }
    return false;
  }
}
