package dev.taskstore.examples.web;

class PostgresBrowserTest extends BrowserTest {

  PostgresBrowserTest() {
    super(TestServer.Kind.POSTGRES);
  }
}
