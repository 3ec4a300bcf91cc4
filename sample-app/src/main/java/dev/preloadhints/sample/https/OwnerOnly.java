/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package dev.preloadhints.sample.https;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Files that nobody but their owner may read: with the permissions of POSIX, or with an
 * access control list where there are none, as on Windows.
 */
final class OwnerOnly {

	private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

	private OwnerOnly() {
	}

	/** Make a directory if it is not there. One that is there stays as it is. */
	static void createDirectory(Path directory) throws IOException {
		if (Files.isDirectory(directory)) {
			return;
		}
		Path parent = directory.toAbsolutePath().getParent();
		if (parent != null) {
			Files.createDirectories(parent);
		}
		Files.createDirectory(directory, attributes(parent, DIRECTORY));
		restrict(directory);
	}

	/** Write a file whole or not at all, in place of the one that may be there. */
	static void write(Path file, byte[] content) throws IOException {
		Path directory = file.toAbsolutePath().getParent();
		// Temporary files are their owner's alone from the start, where there is POSIX.
		Path written = Files.createTempFile(directory, "new-", ".tmp");
		try {
			restrict(written);
			Files.write(written, content);
			Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(written);
		}
	}

	private static FileAttribute<?>[] attributes(Path directory, Set<PosixFilePermission> permissions) {
		return isPosix(directory) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(permissions) }
				: new FileAttribute<?>[0];
	}

	private static boolean isPosix(Path path) {
		return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
	}

	private static void restrict(Path path) throws IOException {
		AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
		if (isPosix(path) || view == null) {
			return;
		}
		AclEntry.Builder owner = AclEntry.newBuilder()
			.setType(AclEntryType.ALLOW)
			.setPrincipal(view.getOwner())
			.setPermissions(EnumSet.allOf(AclEntryPermission.class));
		if (Files.isDirectory(path)) {
			owner.setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
		}
		view.setAcl(List.of(owner.build()));
	}

}
