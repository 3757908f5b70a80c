package dev.taskstore.examples.web;

class SqlitePagesTest extends PagesTest {

  SqlitePagesTest() {
    super(TestServer.Kind.SQLITE);
  }
}
