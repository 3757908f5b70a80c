package dev.taskstore.examples.web;

class SqliteBrowserTest extends BrowserTest {

  SqliteBrowserTest() {
    super(TestServer.Kind.SQLITE);
  }
}
