/** Hashes and verifies the passwords of users. */
module dev.taskstore.passwords {
  requires transitive dev.taskstore;
  requires transitive org.jspecify;
  requires org.bouncycastle.provider;

  exports dev.taskstore.passwords;
}
