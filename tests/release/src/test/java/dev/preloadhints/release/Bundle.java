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

package dev.preloadhints.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files of an archive.
 *
 * @param files content by path
 */
record Bundle(Map<String, byte[]> files) {

	static Bundle of(byte[] zip) throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		try (ZipInputStream input = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
				if (!entry.isDirectory()) {
					files.put(entry.getName(), input.readAllBytes());
				}
			}
		}
		return new Bundle(files);
	}

	byte[] file(String path) {
		byte[] content = this.files.get(path);
		if (content == null) {
			throw new AssertionError(path + " is missing, there are only " + this.files.keySet());
		}
		return content;
	}

	/** An entry of the main section of an archive's manifest. */
	String manifest(String path, String name) throws IOException {
		try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(file(path)))) {
			return jar.getManifest().getMainAttributes().getValue(name);
		}
	}

	/**
	 * Hashes by path of all files but signatures, which differ each time, and what is
	 * computed of the files.
	 */
	Map<String, String> hashes() throws NoSuchAlgorithmException {
		Map<String, String> hashes = new TreeMap<>();
		for (Map.Entry<String, byte[]> file : this.files.entrySet()) {
			if (!file.getKey().matches(".*[.](asc|md5|sha1|sha256|sha512)")) {
				hashes.put(file.getKey(), hash("SHA-256", file.getValue()));
			}
		}
		return hashes;
	}

	static String hash(String algorithm, byte[] content) throws NoSuchAlgorithmException {
		return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
	}

}
