package dev.taskstore.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A window of Chromium with a profile of its own. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TestServer server;
  private final ChromeDriver driver;

  Browser(TestServer server, Path folder) throws IOException {
    this.server = server;
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--user-data-dir=" + Files.createTempDirectory(folder, "profile"));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .usingAnyFreePort()
                .build(),
            options);
    resize(1200, 900);
  }

  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void colorScheme(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  void open(String path) {
    driver.get(server.url(path));
  }

  /** Removes cookies and emulated settings. */
  void reset() {
    driver.get("about:blank");
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    colorScheme("light");
    resize(1200, 900);
  }

  /** Signs up through the page. */
  void signUp(String name) {
    open("/sign-up");
    type("username", name);
    type("email", name + "@example.com");
    type("password", password(name));
    click("#submit");
    await("#tasks");
  }

  void signIn(String name, String password) {
    open("/sign-in");
    type("username", name);
    type("password", password);
    click("#submit");
  }

  static String password(String name) {
    return "a long password of " + name;
  }

  void type(String id, String text) {
    WebElement field = await("#" + id);
    field.clear();
    field.sendKeys(text);
  }

  /** Presses keys where the focus is. */
  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Chooses an option by its text. */
  void choose(String id, String option) {
    new Select(await("#" + id)).selectByVisibleText(option);
  }

  void back() {
    driver.navigate().back();
  }

  void deleteCookie(String name) {
    driver.manage().deleteCookieNamed(name);
  }

  /** Returns the identifier of the element with the focus. */
  String focused() {
    return String.valueOf(driver.switchTo().activeElement().getAttribute("id"));
  }

  String focusedText() {
    return driver.switchTo().activeElement().getText();
  }

  void awaitFocus(String text) {
    await("the focus on " + text, () -> focusedText().equals(text));
  }

  void awaitPath(String path) {
    await("the path " + path, () -> path().equals(path));
  }

  void awaitCount(String selector, int count) {
    await(count + " of " + selector, () -> count(selector) == count);
  }

  String background() {
    return driver.findElement(By.tagName("body")).getCssValue("background-color");
  }

  void click(String selector) {
    await(selector).click();
  }

  private void await(String expected, BooleanSupplier condition) {
    new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> "Waiting for " + expected + " at " + path() + ": " + text())
        .until(d -> condition.getAsBoolean());
  }

  /** Waits until an element is displayed. */
  WebElement await(String selector) {
    return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> "Waiting for " + selector + " at " + path() + ": " + text())
        .until(
            d ->
                d.findElements(By.cssSelector(selector)).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null));
  }

  /** Waits until a text is on the page. */
  void awaitText(String text) {
    await("'" + text + "'", () -> text().contains(text));
  }

  void awaitNoText(String text) {
    await("no '" + text + "'", () -> !text().contains(text));
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  String path() {
    return driver.getCurrentUrl().substring(server.url("").length()).replaceFirst("#.*", "");
  }

  Object script(String script) {
    return driver.executeScript(script);
  }

  /** Fails if axe finds a violation, or if the page is wider than the window. */
  void assertAccessible() {
    Results results = new AxeBuilder().analyze(driver);
    assertThat(results.getViolations().stream().map(Browser::describe))
        .as(driver.getCurrentUrl())
        .isEmpty();
    assertThat(script("return document.documentElement.scrollWidth <= window.innerWidth"))
        .as("%s does not scroll horizontally", driver.getCurrentUrl())
        .isEqualTo(true);
  }

  private static String describe(Rule rule) {
    return rule.getId()
        + rule.getNodes().stream().map(node -> node.getHtml() + node.getTarget()).toList();
  }

  /** Fails if the console contains an error or a warning since the last call. */
  void assertQuietConsole() {
    assertThat(console()).isEmpty();
  }

  /** Fails if the console contains anything but reports of responses with this status. */
  void expectFailedResources(int status) {
    assertThat(console())
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry).contains("status of " + status));
  }

  private List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Writes the window as a PNG file. */
  void screenshot(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
