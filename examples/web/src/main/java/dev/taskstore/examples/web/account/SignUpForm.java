package dev.taskstore.examples.web.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the sign-up page. A missing field is empty.
 *
 * @param username the name
 * @param email the e-mail address
 * @param password the password
 */
record SignUpForm(String username, String email, String password) {

  SignUpForm(@Nullable String username, @Nullable String email, @Nullable String password) {
    this.username = Objects.requireNonNullElse(username, "").strip();
    this.email = Objects.requireNonNullElse(email, "").strip();
    this.password = Objects.requireNonNullElse(password, "");
  }

  @Override
  public String toString() {
    return "SignUpForm";
  }
}
